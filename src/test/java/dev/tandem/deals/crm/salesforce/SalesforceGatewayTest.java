package dev.tandem.deals.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.tandem.deals.crm.Access;
import dev.tandem.deals.crm.CrmAccess;
import dev.tandem.deals.crm.CrmFailure;
import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.CrmGatewayContract;
import dev.tandem.deals.crm.FakeDeal;
import dev.tandem.deals.crm.SyncAlone;
import dev.tandem.deals.crm.SyncCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesforceGatewayTest extends CrmGatewayContract {
  private static final Instant BEFORE = Instant.parse("2026-05-01T08:00:00Z");
  private final SalesforceServer salesforce = new SalesforceServer();

  @Override
  protected void put(FakeDeal deal) {
    salesforce.deals.put(deal.id(), deal);
  }

  @Override
  protected void delete(String id, Instant at) {
    salesforce.deleted.put(id, at);
  }

  @Override
  protected CrmGateway gateway() {
    return open(Access.web("salesforce", salesforce.url(), ""));
  }

  private static CrmGateway open(CrmAccess access) {
    return new SalesforceFactory(SyncAlone.settings("crm", access), pause -> true, CLOCK)
        .open("crm", access);
  }

  @AfterEach
  void stop() {
    salesforce.close();
  }

  @Test
  void aTokenThatIsNoLongerKnownIsRenewedOnce() {
    put(FakeDeal.of(1, BEFORE));
    var gateway = gateway();
    assertThat(gateway.fields()).isNotEmpty();
    salesforce.token = "00D-second";
    assertThat(gateway.page(SyncCursor.START, Set.of("Name")).records()).hasSize(1);
  }

  @Test
  void aQueryThatHasExpiredIsAskedAnewFromWhereItWas() {
    for (int i = 0; i < 250; i++) put(FakeDeal.of(i, BEFORE.plusSeconds(i)));
    var gateway = gateway();
    var first = gateway.page(SyncCursor.START, Set.of("Name"));
    salesforce.queries.clear();
    var second = gateway.page(first.next(), Set.of("Name"));
    assertThat(second.complete()).isTrue();
    assertThat(second.records()).as("the last one of the first page comes again").hasSize(51);
  }

  @Test
  void aFieldThatIsGoneIsSaidAndTheRestIsRead() {
    put(FakeDeal.of(1, BEFORE));
    var page = gateway().page(SyncCursor.START, Set.of("Name", "Old__c"));
    assertThat(page.records()).hasSize(1);
    assertThat(page.notes()).singleElement().asString().contains("Old__c");
  }

  @Test
  void rolesHistoryAndOutcomeComeWithTheDeal() {
    put(FakeDeal.of(1, BEFORE).inStage("Closed Won", BEFORE));
    var record = scan(SyncCursor.START).records.getFirst();
    assertThat(record.values())
        .containsEntry("ContactRoles.Title", "CFO")
        .containsEntry("Outcome", "won")
        .containsEntry("Owner.Email", "anna.berg@example.com");
    assertThat(record.stages())
        .extracting(stage -> stage.salesStage() + " " + stage.enteredAt())
        .containsExactly("Closed Won 2026-01-15T22:30:00Z");
  }

  @Test
  void theDailyLimitEndsTheRunUntilLater() {
    salesforce.next(
        right -> right.withStatus(403).withBody("[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]"));
    assertThatThrownBy(() -> gateway().fields())
        .isInstanceOfSatisfying(
            CrmFailure.class, failure -> assertThat(failure.notBefore()).isPresent());
  }

  @Test
  void withAPrivateKeyTheAssertionIsSignedAndShortLived(@TempDir Path folder)
      throws IOException, NoSuchAlgorithmException, ParseException, JOSEException {
    var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    var pem = folder.resolve("key.pem");
    Files.writeString(
        pem,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
    var access = Access.signed("salesforce", salesforce.url(), "dana@example.com", pem);
    assertThat(open(access).fields()).isNotEmpty();
    var form = salesforce.form;
    assertThat(form).contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer");
    var jwt = SignedJWT.parse(form.replaceAll(".*assertion=([^&]+).*", "$1"));
    assertThat(jwt.verify(new RSASSAVerifier((RSAPublicKey) pair.getPublic()))).isTrue();
    assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo("dana@example.com");
    assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("https://login.salesforce.com");
  }
}
