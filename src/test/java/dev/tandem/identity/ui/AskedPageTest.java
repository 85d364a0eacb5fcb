package dev.tandem.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

class AskedPageTest {
  @Test
  void whoIsSentToTheDoorIsToldWhy() {
    var asked = new SimpleSavedRequest("http://localhost:8080/deals/D-1?continue");
    assertThat(AskedPage.said(asked)).get().asString().contains("your session has ended");
  }

  @Test
  void whoComesByThemselvesIsToldNothing() {
    assertThat(AskedPage.said(null)).isEmpty();
    assertThat(AskedPage.said(new SimpleSavedRequest("http://localhost:8080/"))).isEmpty();
    assertThat(AskedPage.said(new SimpleSavedRequest("/?continue"))).isEmpty();
  }
}
