package dev.tandem.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.embed.SigningCrm.Call;
import dev.tandem.embed.SigningCrm.Looks;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.testing.TandemTest;
import dev.tandem.testing.WebVisitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Every CRM's way in, and the table of what is refused. */
@TandemTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class SignedContextsTest {
  private static final UserId RITA = new UserId("rita@acme.example");
  private static final String TENANT = "tandem.embed.tenants.";

  @Autowired private EmbedTokens tokens;
  @Autowired private Opportunities opportunities;
  @Autowired private Users users;
  @Autowired private FeedbackLog log;
  @LocalServerPort private int port;
  private WebVisitor visitor = new WebVisitor(0);

  @DynamicPropertySource
  static void tenants(DynamicPropertyRegistry settings) {
    for (var crm : SigningCrm.values()) {
      var at = TENANT + crm.tenant;
      settings.add(at + ".frame-ancestors", () -> "https://" + crm.tenant + ".crm.example");
      settings.add(at + ".public-base-url", () -> SigningCrm.PUBLIC_BASE);
      switch (crm) {
        case OWN_SECRET, OWN_RSA, OWN_CURVE -> settings.add(at + ".crm", () -> "own-key");
        default -> {
          settings.add(at + ".crm", crm::name);
          settings.add(at + ".organisation", () -> "ORG-1");
        }
      }
      switch (crm) {
        case OWN_RSA -> settings.add(at + ".public-key", () -> SigningCrm.pem(SigningCrm.RSA));
        case OWN_CURVE -> settings.add(at + ".public-key", () -> SigningCrm.pem(SigningCrm.CURVE));
        default -> settings.add(at + ".secret", () -> SigningCrm.SECRET);
      }
    }
    settings.add(TENANT + "pipe.deal-prefix", () -> "D-");
    settings.add(TENANT + "pipe.users.[4711]", () -> "rita@acme.example");
    settings.add(TENANT + "own-secret.user-domains", () -> "rita-sales.example");
    settings.add(TENANT + "dyn.crm", () -> "dynamics");
    settings.add(TENANT + "dyn.organisation", () -> "acme");
    settings.add(TENANT + "other.crm", () -> "link");
    settings.add(TENANT + "other.frame-ancestors", () -> "https://other.crm.example");
  }

  @BeforeEach
  void aRepAndADeal() {
    visitor = new WebVisitor(port);
    users.addSample(new User(RITA, "Rita", Role.REP), "", "a published password");
    users.addSample(
        new User(new UserId("gone@acme.example"), "Gone", Role.REP), "", "a published password");
    users.disable(new UserId("gone@acme.example"));
    opportunities.save(EmbedDeals.open("D-1", "Mill renewal"));
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  @ParameterizedTest
  @EnumSource(SigningCrm.class)
  void aGenuineContextIsExchangedForATokenOfItsUserDealAndSurface(SigningCrm crm) {
    var answer = send(crm.call(SigningCrm.rita()));
    var context = tokens.read(token(answer)).orElseThrow();
    assertThat(context.rep()).isEqualTo(RITA);
    assertThat(context.deal()).isEqualTo(new OpportunityId("D-1"));
    assertThat(context.surface()).isEqualTo(crm.tenant);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .endsWith("frame-ancestors 'self' https://" + crm.tenant + ".crm.example");
  }

  @ParameterizedTest
  @EnumSource(SigningCrm.class)
  void theTokenOpensTheSidebarOfThatDeal(SigningCrm crm) {
    var token = token(send(crm.call(SigningCrm.rita())));
    var slate = visitor.get("/embed/api/slate", "Authorization", "Bearer " + token);
    assertThat(slate.statusCode()).isEqualTo(200);
    assertThat(slate.body()).contains("Mill renewal");
  }

  enum Bad {
    MISSING(400),
    TAMPERED(401),
    WRONG_KEY(401),
    UNSIGNED(400),
    EXPIRED(401),
    FROM_THE_FUTURE(401),
    REPLAYED(401),
    OVER_LONG(413),
    NONSENSE(400),
    WRONG_ORGANISATION(401),
    UNKNOWN_USER(403),
    DISABLED_USER(403),
    UNKNOWN_TENANT(404);

    final int status;

    Bad(int status) {
      this.status = status;
    }
  }

  /** Each kind of bad context against each CRM. */
  static List<Arguments> table() {
    var table = new ArrayList<Arguments>();
    for (var bad : Bad.values())
      for (var crm : SigningCrm.values()) table.add(Arguments.of(bad, crm));
    return table;
  }

  @ParameterizedTest(name = "{0} from {1}")
  @MethodSource("table")
  void isRefusedWithAPlainPageALogLineAndNoData(Bad bad, SigningCrm crm, CapturedOutput output) {
    boolean anyOrganisation = crm.name().startsWith("OWN");
    assumeTrue(bad != Bad.WRONG_ORGANISATION || !anyOrganisation, "own keys are one company's");
    var call = bad(bad, crm);
    long before = log.latestSequence();
    var answer = send(call);
    assertThat(answer.statusCode()).as(answer.body()).isIn(bad.status, unsignedStatus(bad));
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.body()).doesNotContain("Mill renewal", "token=", "Exception", "dev.tandem");
    assertThat(log.latestSequence()).as("nothing was recommended").isEqualTo(before);
    if (SigningCrm.isJson(call))
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
    else assertThat(answer.body()).contains("Tandem cannot show this deal");
    assertThat(output.getOut().lines().filter(line -> line.contains("Refused a context of")))
        .last()
        .asString()
        .contains("from 127.0.0.1");
    assertThat(output.getAll()).doesNotContain(SigningCrm.SECRET);
    if (call.posted() && call.body().length() < 10_000)
      assertThat(output.getAll()).doesNotContain(call.body());
  }

  private static int unsignedStatus(Bad bad) {
    return bad == Bad.UNSIGNED ? 401 : bad.status;
  }

  private Call bad(Bad bad, SigningCrm crm) {
    var rita = SigningCrm.rita();
    return switch (bad) {
      case MISSING -> crm.withNothing();
      case TAMPERED -> crm.tampered(rita);
      case WRONG_KEY -> crm.callWithAnotherKey(rita);
      case UNSIGNED -> crm.unsigned(rita);
      case EXPIRED -> crm.call(at(rita, Instant.now().minus(Duration.ofMinutes(7))));
      case FROM_THE_FUTURE -> crm.call(at(rita, Instant.now().plus(Duration.ofMinutes(3))));
      case REPLAYED -> {
        var call = crm.call(rita);
        assertThat(send(call).statusCode()).isIn(200, 303);
        yield call;
      }
      case OVER_LONG -> crm.overLong(rita);
      case NONSENSE -> crm.nonsense(rita);
      case WRONG_ORGANISATION -> crm.call(new Looks(rita.user(), "ORG-2", "D-1", rita.at()));
      case UNKNOWN_USER -> crm.call(new Looks("mallory@evil.example", "ORG-1", "D-1", rita.at()));
      case DISABLED_USER -> crm.call(new Looks("gone@acme.example", "ORG-1", "D-1", rita.at()));
      case UNKNOWN_TENANT -> {
        var call = crm.call(rita);
        var path = call.path().replaceFirst("/in/[^?]+", "/in/nobody");
        yield new Call(path, call.type(), call.body(), call.headers());
      }
    };
  }

  /** The last letter of a signature's Base64 has bits that say nothing. */
  @Test
  void whatWasUsedIsNotUsedAgainInAnotherSpelling() {
    // in the same second another test may have signed the very same
    var call =
        SigningCrm.PIPEDRIVE.call(
            at(SigningCrm.rita(), Instant.now().minus(Duration.ofSeconds(17))));
    assertThat(send(call).statusCode()).isIn(200, 303);
    var token = call.path().replaceFirst(".*[?&]token=([^&]+).*", "$1");
    var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(token.charAt(token.length() - 1));
    for (int other = last - last % 4; other < last - last % 4 + 4; other++) {
      var spelling = token.substring(0, token.length() - 1) + alphabet.charAt(other);
      var again =
          new Call(call.path().replace(token, spelling), call.type(), call.body(), call.headers());
      assertThat(send(again).statusCode()).as(spelling).isEqualTo(401);
    }
  }

  private static Looks at(Looks looks, Instant at) {
    return new Looks(looks.user(), looks.organisation(), looks.deal(), at);
  }

  @Test
  void aUserWhomTheCrmKnowsByNumberIsFoundInTheTenantsTable() {
    var looks = new Looks("4711", "ORG-1", "D-1", Instant.now());
    var token = token(send(SigningCrm.PIPEDRIVE.call(looks)));
    assertThat(tokens.read(token).orElseThrow().rep()).isEqualTo(RITA);
  }

  @Test
  void theNameBeforeTheAtCountsInTheTenantsOwnDomainsOnly() {
    users.addSample(new User(new UserId("bob"), "Bob", Role.REP), "", "a published password");
    var own = new Looks("bob@rita-sales.example", "ORG-1", "D-1", Instant.now());
    assertThat(tokens.read(token(send(SigningCrm.OWN_SECRET.call(own)))).orElseThrow().rep())
        .isEqualTo(new UserId("bob"));
    var foreign = new Looks("bob@evil.example", "ORG-1", "D-1", Instant.now());
    assertThat(send(SigningCrm.OWN_SECRET.call(foreign)).statusCode()).isEqualTo(403);
  }

  @Test
  void whatSalesforceSaysOfADealThatTandemDoesNotKnowIsShownAndUsed() {
    var looks = new Looks("rita@acme.example", "ORG-1", "006NEW", Instant.now());
    var token = token(send(SigningCrm.SALESFORCE.call(looks)));
    var slate = visitor.get("/embed/api/slate", "Authorization", "Bearer " + token);
    var answer = JsonMapper.shared().readTree(slate.body());
    assertThat(answer.get("deal").get("known").booleanValue()).isFalse();
    assertThat(answer.get("deal").get("name").stringValue()).isEqualTo("Mill renewal");
    assertThat(answer.get("slate").get("stage").stringValue()).isEqualTo("decision");
  }

  @Test
  void hubSpotsCardGetsItsTokenAndTheFirstRecommendationsAsJson() {
    var answer =
        JsonMapper.shared().readTree(send(SigningCrm.HUBSPOT.call(SigningCrm.rita())).body());
    assertThat(answer.get("url").stringValue())
        .startsWith(SigningCrm.PUBLIC_BASE + "/embed/deal?crm=hub#token=");
    assertThat(answer.get("slate").get("deal_known").booleanValue()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dyn?typename=opportunity&id={6D1B4BE0-9D8A-EE11-8179-000D3A8C1234}&orgname=acme&userlcid=1033 | /embed/deal?crm=dyn&deal=6d1b4be0-9d8a-ee11-8179-000d3a8c1234
          other?deal=D-1                                                                           | /embed/deal?crm=other&deal=D-1
          """)
  void whatIsOnlyAHintLeadsToThePageThatAsksToSignIn(String call, String page) {
    // braces are no characters of an address; Dynamics escapes them
    var answer = visitor.get("/embed/in/" + call.replace("{", "%7B").replace("}", "%7D"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(page);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("token");
  }

  @ParameterizedTest(name = "{0} is answered with {1}")
  @CsvSource({
    "dyn, 400",
    "dyn?typename=opportunity, 400",
    "dyn?typename=account&id=6d1b4be0-9d8a-ee11-8179-000d3a8c1234&orgname=acme, 400",
    "dyn?typename=opportunity&id=1&orgname=acme, 400",
    "dyn?typename=opportunity&id=6d1b4be0-9d8a-ee11-8179-000d3a8c1234&orgname=evil, 401",
    "other, 400",
    "other?deal=, 400",
    "other?deal=a&deal=b, 400"
  })
  void aHintThatIsNoneIsRefused(String call, int status) {
    var answer = visitor.get("/embed/in/" + call);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("Tandem cannot show this deal");
  }

  @Test
  void behindTheSignInALinkLeadsToTheDeal() {
    var first = visitor.get("/connect?crm=other&deal=D-1");
    assertThat(first.statusCode()).as("nobody yet").isEqualTo(302);
    assertThat(first.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    visitor.signIn("rita@acme.example", "a published password");
    var led = visitor.get("/connect?crm=other&deal=D-1");
    var location = led.headers().firstValue("Location").orElseThrow();
    var context = tokens.read(location.substring(location.indexOf("#token=") + 7)).orElseThrow();
    assertThat(context.rep()).isEqualTo(RITA);
    assertThat(context.deal()).isEqualTo(new OpportunityId("D-1"));
    assertThat(visitor.get("/connect?crm=nobody&deal=D-1").statusCode()).isEqualTo(404);
  }

  @Test
  void aUserWhoWasDisabledMeanwhileIsLetInNoMore() {
    var late = new UserId("late@acme.example");
    users.addSample(new User(late, "Late", Role.REP), "", "a published password");
    var token = tokens.issue(late, new OpportunityId("D-1"));
    var bearer = new String[] {"Authorization", "Bearer " + token};
    assertThat(visitor.get("/embed/api/coverage", bearer).statusCode()).isEqualTo(200);
    users.disable(late);
    assertThat(visitor.get("/embed/api/coverage", bearer).statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> send(Call call) {
    var headers = new ArrayList<String>();
    if (!call.type().isEmpty()) headers.addAll(List.of("Content-Type", call.type()));
    headers.addAll(List.of(call.headers()));
    var all = headers.toArray(String[]::new);
    return call.posted()
        ? visitor.post(call.path(), BodyPublishers.ofString(call.body()), all)
        : visitor.get(call.path(), all);
  }

  private static String token(HttpResponse<String> answer) {
    if (answer.statusCode() == 200)
      return JsonMapper.shared().readTree(answer.body()).get("token").stringValue();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    var location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.indexOf("#token=") + 7);
  }
}
