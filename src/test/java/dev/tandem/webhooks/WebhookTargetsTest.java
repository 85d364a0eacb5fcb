package dev.tandem.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTargetsTest {
  private final WebhookTargets targets =
      new WebhookTargets(
          new WebhookSettings(false, Duration.ofSeconds(30), 8, Duration.ofDays(30)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://93.184.216.34/",
        "ftp://93.184.216.34/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0.0.0.0/",
        "https://10.1.2.3/",
        "https://172.16.0.1/",
        "https://192.168.1.1/",
        "https://100.64.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[fe80::1]/",
        "https://[fc00::1]/",
        "https://[2002:7f00:1::]/",
        "https://user:secret@93.184.216.34/",
        "https:///path",
        "not an address",
        ""
      })
  void whatOnlyTheServerCanReachIsNotCalled(String address) {
    assertThat(targets.complaint(address)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://93.184.216.34/hook", "https://[2606:2800:220:1::1]:8443/x?y=z"})
  void publicAddressesAre(String address) {
    assertThat(targets.complaint(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.0.8", "::"})
  void reservedAddressesAreNotPublic(String address) throws UnknownHostException {
    assertThat(WebhookTargets.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void pausesGrowUpToADay() {
    var settings = new WebhookSettings(false, Duration.ofSeconds(30), 8, Duration.ofDays(30));
    assertThat(settings.pauseAfter(1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.pauseAfter(3)).isEqualTo(Duration.ofMinutes(8));
    assertThat(settings.pauseAfter(20)).isEqualTo(Duration.ofDays(1));
  }
}
