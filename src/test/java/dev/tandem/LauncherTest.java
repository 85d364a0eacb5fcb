package dev.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script {@code ./tandem} on an empty machine: nothing but what POSIX promises is on its PATH,
 * and the JDKs here only say which of them was asked.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final List<String> POSIX =
      List.of("sh", "cat", "dirname", "find", "head", "readlink", "sed");

  @TempDir private Path machine = Path.of("");

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void anInstalledTandem() throws IOException {
    var program = Files.createDirectories(machine.resolve("tandem/target"));
    Files.createFile(program.resolve("tandem.jar"));
    Files.copy(Path.of("tandem"), machine.resolve("tandem/tandem"));
    Files.createDirectories(machine.resolve("home"));
    var path = Files.createDirectories(machine.resolve("bin"));
    for (var tool : POSIX) script(path.resolve(tool), "exec " + onThisMachine(tool) + " \"$@\"");
  }

  @Test
  void withoutAJdkItSaysWhatToInstallAndEndsWith2() throws Exception {
    var ended = tandem(Map.of(), "serve");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .startsWith("Tandem needs a JDK 25 or newer and found none")
        .contains("apt install openjdk-25-jdk", "adoptium.net", "Set JAVA_HOME");
  }

  @Test
  void anOlderJdkIsAsGoodAsNone() throws Exception {
    var old = jdk("usr/lib/jvm/java-17", 17);
    assertThat(tandem(Map.of("JAVA_HOME", old.toString()), "serve").code()).isEqualTo(2);
  }

  @Test
  void aRuntimeWithoutACompilerIsNoJdk() throws Exception {
    var runtime = jdk("usr/lib/jvm/jre-25", 25);
    Files.delete(runtime.resolve("bin/javac"));
    assertThat(tandem(Map.of("JAVA_HOME", runtime.toString()), "serve").code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usr/lib/jvm/temurin-25",
        "opt/jdk-25",
        "home/.sdkman/candidates/java/25-tem",
        "home/.jdks/my jdk",
        "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home"
      })
  void aJdkInAUsualPlaceIsFoundBesideAnOlderOne(String place) throws Exception {
    jdk("usr/lib/jvm/java-17", 17);
    var found = jdk(place, 25);
    var ended = tandem(Map.of(), "serve", "--port", "8081");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .startsWith(found + ": ")
        .endsWith("-jar " + machine.resolve("tandem/target/tandem.jar") + " serve --port 8081\n");
  }

  @Test
  void javaHomeGoesBeforeAllOthers() throws Exception {
    jdk("usr/lib/jvm/temurin-25", 25);
    var own = jdk("somewhere/jdk", 26);
    assertThat(tandem(Map.of("JAVA_HOME", own.toString()), "reindex").out()).startsWith(own + ": ");
  }

  @Test
  void aJdkBehindLinksOnThePathIsFound() throws Exception {
    var found = jdk("somewhere/jdk", 25);
    var alternatives = Files.createDirectories(machine.resolve("etc/alternatives"));
    Files.createSymbolicLink(alternatives.resolve("javac"), found.resolve("bin/javac"));
    Files.createSymbolicLink(machine.resolve("bin/javac"), Path.of("../etc/alternatives/javac"));
    assertThat(tandem(Map.of(), "reindex").out()).startsWith(found + ": ");
  }

  @Test
  void whatTheProgramEndsWithTheLauncherEndsWith() throws Exception {
    var jdk = jdk("usr/lib/jvm/temurin-25", 25);
    script(jdk.resolve("bin/java"), "exit 7");
    assertThat(tandem(Map.of(), "serve").code()).isEqualTo(7);
  }

  @Test
  void demoIsServingTheSampleFromTheFolderOfTheProgram() throws Exception {
    var jdk = jdk("usr/lib/jvm/temurin-25", 25);
    script(jdk.resolve("bin/java"), "echo \"$TANDEM_HOME: $*\"");
    assertThat(tandem(Map.of(), "demo", "--port", "8081").out())
        .startsWith(machine.resolve("tandem") + ": ")
        .endsWith(" serve --sample --port 8081\n");
  }

  private Path jdk(String place, int version) throws IOException {
    var home = machine.resolve(place);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%d.0.1\"\n".formatted(version));
    script(home.resolve("bin/java"), "echo \"" + home + ": $*\"");
    script(home.resolve("bin/javac"), "exit 1");
    return home;
  }

  private static void script(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path onThisMachine(String tool) {
    return List.of("/usr/bin", "/bin").stream()
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + tool + " on this machine"));
  }

  private Ended tandem(Map<String, String> environment, String... words) throws Exception {
    var command = new ArrayList<>(List.of("sh", machine + "/tandem/tandem"));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", machine.resolve("bin").toString());
    builder.environment().put("HOME", machine.resolve("home").toString());
    builder.environment().put("TANDEM_JDK_ROOT", machine.toString());
    builder.environment().putAll(environment);
    var out = machine.resolve("out");
    var err = machine.resolve("err");
    var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
