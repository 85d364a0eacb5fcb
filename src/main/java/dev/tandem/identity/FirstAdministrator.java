package dev.tandem.identity;

import dev.tandem.shared.StartRefusedException;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets someone in on the first start: an administrator whose password is generated, printed once
 * and kept in {@code data/first-password.txt} until it is changed, or comes from the environment.
 */
@Component
class FirstAdministrator {
  private static final User ADMIN =
      new User(new UserId("admin"), "Administrator", Role.ADMINISTRATOR);

  private final JdbcUsers users;
  private final Path file;

  FirstAdministrator(JdbcUsers users, TandemHome home) {
    this.users = users;
    file = home.data().resolve("first-password.txt");
  }

  void ensure(String wanted) {
    if (users.anyAdministrator()) return;
    if (!wanted.isEmpty()) {
      PasswordRule.complaint(ADMIN.id(), wanted)
          .ifPresent(
              complaint -> {
                throw new StartRefusedException(
                    "TANDEM_ADMIN_PASSWORD cannot be used. " + complaint,
                    "Set another one, or unset it to have a password generated.");
              });
      users.putAdministrator(ADMIN, wanted, false);
      return;
    }
    var password = GeneratedPassword.next();
    keep(password);
    users.putAdministrator(ADMIN, password, true);
    // The console and not the log: logs are collected and kept.
    System.out.printf(
        "%n  Sign in as %s with the password %s%n  (also in %s; to be changed at the first"
            + " sign-in)%n%n",
        ADMIN.id(), password, file);
  }

  @EventListener
  void forget(PasswordChanged changed) throws IOException {
    if (changed.user().equals(ADMIN.id())) Files.deleteIfExists(file);
  }

  private void keep(String password) {
    try {
      Files.deleteIfExists(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix"))
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, password + System.lineSeparator());
    } catch (IOException e) {
      throw new UncheckedIOException("The first password cannot be written to " + file, e);
    }
  }

  /** Commands of an operator must not print passwords between their results. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication
  static class OnServing {
    @Bean
    SmartInitializingSingleton firstAdministratorOnServing(
        FirstAdministrator first, @Value("${tandem.admin-password:}") String password) {
      return () -> first.ensure(password);
    }
  }
}
