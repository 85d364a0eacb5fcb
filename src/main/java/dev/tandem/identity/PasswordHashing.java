package dev.tandem.identity;

import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class PasswordHashing {

  @Bean
  PasswordEncoder passwordEncoder() {
    var argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    return new AFewAtATime(
        new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", argon2)),
        Math.max(2, Runtime.getRuntime().availableProcessors()));
  }

  /** Each hash takes 16 MB on purpose; a flood of sign-ins must not take them all at once. */
  private static final class AFewAtATime implements PasswordEncoder {
    private final PasswordEncoder encoder;
    private final Semaphore places;

    AFewAtATime(PasswordEncoder encoder, int places) {
      this.encoder = encoder;
      this.places = new Semaphore(places);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
      places.acquireUninterruptibly();
      try {
        return encoder.encode(password);
      } finally {
        places.release();
      }
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
      places.acquireUninterruptibly();
      try {
        return encoder.matches(password, hash);
      } finally {
        places.release();
      }
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
      return encoder.upgradeEncoding(hash);
    }
  }
}
