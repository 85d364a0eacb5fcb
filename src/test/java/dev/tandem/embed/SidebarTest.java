package dev.tandem.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.library.AssetId;
import dev.tandem.library.intake.FileIngestion;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.library.manifest.NamedValues;
import dev.tandem.requests.ContentRequests;
import dev.tandem.requests.RequestFilter;
import dev.tandem.search.AssetIndexer;
import dev.tandem.shared.TandemHome;
import dev.tandem.testing.TandemTest;
import dev.tandem.testing.WebVisitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TandemTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SidebarTest {
  private static final UserId REP = new UserId("rita");
  private static final OpportunityId DEAL = new OpportunityId("D-1");

  @Autowired private EmbedTokens tokens;
  @Autowired private EmbedSettings settings;
  @Autowired private TandemHome home;
  @Autowired private Users users;
  @Autowired private Opportunities opportunities;
  @Autowired private FeedbackLog log;
  @Autowired private ContentRequests requests;
  @Autowired private FileIngestion ingestion;
  @Autowired private AssetIndexer indexer;
  @LocalServerPort private int port;
  private WebVisitor visitor = new WebVisitor(0);

  @BeforeEach
  void aDealAndTwoAssets() {
    visitor = new WebVisitor(port);
    users.addSample(new User(REP, "Rita", Role.REP), "", "a published password");
    opportunities.save(deal());
    link("guide", "Ledger buyer's guide", "buyer");
    link("battlecard", "Ledger battlecard", "internal");
    indexer.catchUp();
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET slate",
        "GET coverage",
        "PUT stage",
        "POST token",
        "POST events",
        "POST shares",
        "POST requests",
        "POST tickets",
        "GET assets/guide/file",
        "GET assets/guide/preview.png"
      })
  void withoutATokenNothingIsAnswered(String call) {
    assertThat(send(call, "{}", null).statusCode()).isEqualTo(401);
    assertThat(send(call, "{}", "nonsense").statusCode()).isEqualTo(401);
    var someoneElses = tokens.issue(REP, DEAL).replaceFirst("\\.[^.]+$", ".c2lnbmF0dXJl");
    assertThat(send(call, "{}", someoneElses).statusCode()).isEqualTo(401);
  }

  @Test
  void anExpiredTokenIsAnsweredWith401() throws Exception {
    var clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    var expired = new EmbedTokens(home, settings, clock).issue(REP, DEAL);
    assertThat(send("GET slate", "", expired).statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenIsRenewedWhileTheSittingLasts() throws Exception {
    var renewed = json(send("POST token", "", token())).get("token").stringValue();
    assertThat(send("GET slate", "", renewed).statusCode()).isEqualTo(200);

    // as a token of this very minute in a sitting that began yesterday
    var yesterday = new EmbedContext(REP, DEAL, Instant.now().minus(Duration.ofHours(9)));
    var longSittings = new EmbedSettings(List.of(), settings.tokenLife(), Duration.ofHours(24));
    var late =
        new EmbedTokens(home, longSittings, Clock.systemUTC()).renew(yesterday).orElseThrow();
    var refused = send("POST token", "", late);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("The sitting has ended");
  }

  @Test
  void theSlateOfTheTokensDealIsShownAndLogged() {
    var answer = json(send("GET slate?q=ledger", "", token()));
    assertThat(answer.get("deal").get("name").stringValue()).isEqualTo("Mill renewal");
    assertThat(answer.get("deal").get("known").booleanValue()).isTrue();
    assertThat(answer.get("slate").get("items").valueStream())
        .extracting(item -> item.get("asset").get("id").stringValue())
        .contains("guide");
    var served = lastOf(SlateServed.class);
    assertThat(served.slate()).isEqualTo(answer.get("slate").get("slate").stringValue());
    assertThat(served.surface()).isEqualTo(FeedbackEvent.Surface.SIDEBAR);
    assertThat(served.rep()).isEqualTo(REP);
    assertThat(served.deal()).isEqualTo(DEAL);
  }

  @Test
  void whereNothingSpeaksOfTheWordsTheSidebarIsTold() {
    assertThat(json(send("GET slate?q=ledger", "", token())).get("spoken_of").booleanValue())
        .isTrue();
    assertThat(json(send("GET slate", "", token())).get("spoken_of").booleanValue()).isTrue();
    var answer = json(send("GET slate?q=zanzibar+llama", "", token()));
    assertThat(answer.get("spoken_of").booleanValue()).isFalse();
    assertThat(answer.get("slate").get("items").isEmpty()).isFalse();
  }

  @Test
  void aDealThatTandemDoesNotKnowIsSaidToBeUnknown() {
    var token = tokens.issue(REP, new OpportunityId("D-404"));
    var deal = json(send("GET slate", "", token)).get("deal");
    assertThat(deal.get("id").stringValue()).isEqualTo("D-404");
    assertThat(deal.get("known").booleanValue()).isFalse();
  }

  @Test
  void aStageThatDoesNotExistIsRefused() {
    var answer = send("GET slate?stage=closing", "", token());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("awareness, consideration, decision or post_sale");
  }

  @Test
  void whatTheRepDoesIsLoggedInTheRepsNameOnTheTokensDealOnce() {
    var judged =
        """
        {"key":"%s","type":"helpful","asset":"guide","slate":"s","reason":"short","rep":"bob","deal":"D-2"}
        """
            .formatted(Instant.now());
    assertThat(send("POST events", judged, token()).statusCode()).isEqualTo(200);
    assertThat(send("POST events", judged, token()).statusCode()).isEqualTo(200);
    var rating = lastOf(Rating.class);
    assertThat(rating.rep()).isEqualTo(REP);
    assertThat(rating.deal()).isEqualTo(DEAL);
    assertThat(rating.helpful()).isTrue();
    assertThat(events(Rating.class)).hasSize(1);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"key":"1","type":"glance","asset":"guide"}               | type must be impression
          {"key":"2","type":"open"}                                 | asset is missing
          {"key":"3","type":"impression","asset":"guide"}           | slate is missing
          {"key":"4","type":"open","asset":"../etc"}                | .
          {"key":"5","type":"retraction"}                           | reason must name the key
          {"key":"","type":"open","asset":"guide"}                  | .
          """)
  void whatIsNoEventIsRefusedWithAReason(String event, String reason) {
    long before = log.latestSequence();
    var answer = send("POST events", event, token());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(reason);
    assertThat(log.latestSequence()).isEqualTo(before);
  }

  @Test
  void aLinkForTheBuyerCountsAsSendingAndOpens() {
    var answer = json(send("POST shares", "{\"asset\":\"guide\",\"slate\":\"s\"}", token()));
    var shared = lastOf(Share.class);
    assertThat(answer.get("path").stringValue()).isEqualTo("/share/" + shared.share());
    assertThat(shared.asset()).isEqualTo(new AssetId("guide"));
    assertThat(shared.deal()).isEqualTo(DEAL);
    assertThat(visitor.get(answer.get("path").stringValue()).statusCode()).isEqualTo(200);
  }

  @Test
  void internalAndUnknownAssetsAreNotForBuyers() {
    var internal = send("POST shares", "{\"asset\":\"battlecard\"}", token());
    assertThat(internal.statusCode()).isEqualTo(400);
    assertThat(internal.body()).contains("internal");
    assertThat(send("POST shares", "{\"asset\":\"none\"}", token()).statusCode()).isEqualTo(400);
  }

  @Test
  void whatTheBuyerGotStandsUnderItsStageAndWhatCameOfItBesideIt() {
    send("POST shares", "{\"asset\":\"guide\",\"slate\":\"s\"}", token());
    var coverage = json(send("GET coverage", "", token()));
    assertThat(coverage.get("stage").stringValue()).isEqualTo("decision");
    var sent = coverage.get("sent").get(0);
    assertThat(sent.get("title").stringValue()).isEqualTo("Ledger buyer's guide");
    assertThat(sent.get("times").intValue()).isPositive();
    assertThat(sent.has("views")).isTrue();
    var nothing = json(send("GET coverage", "", tokens.issue(REP, new OpportunityId("D-404"))));
    assertThat(nothing.get("sent")).isEmpty();
  }

  @Test
  void theOwnerSaysWhereTheBuyerStandsAndTakesItBack() {
    var said = json(send("PUT stage", "{\"stage\":\"awareness\"}", token()));
    assertThat(said.get("before").isNull()).isTrue();
    var slate = json(send("GET slate", "", token())).get("slate");
    assertThat(slate.get("stage").stringValue()).isEqualTo("awareness");
    assertThat(slate.get("stage_basis").stringValue()).isEqualTo("stated");
    assertThat(json(send("PUT stage", "{\"stage\":null}", token())).get("before").stringValue())
        .isEqualTo("awareness");
    assertThat(json(send("GET slate", "", token())).get("slate").get("stage").stringValue())
        .isEqualTo("decision");
  }

  @Test
  void nobodyElseDoes() {
    opportunities.save(EmbedDeals.ownedBy(new UserId("bob"), "D-9", "Bob's deal"));
    var token = tokens.issue(REP, new OpportunityId("D-9"));
    assertThat(json(send("GET slate", "", token)).get("deal").get("may_correct").booleanValue())
        .isFalse();
    assertThat(send("PUT stage", "{\"stage\":\"awareness\"}", token).statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsMissingComesToMarketingWithDealAndSearchOnce() {
    var wish = "{\"note\":\"A guide for mills\",\"query\":\"mill guide\",\"slate\":\"s\"}";
    var first = json(send("POST requests", wish, token()));
    assertThat(json(send("POST requests", wish, token()))).isEqualTo(first);
    assertThat(requests.list(RequestFilter.ALL))
        .filteredOn(asked -> asked.id() == first.get("id").longValue())
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.askedBy()).isEqualTo(REP);
              assertThat(asked.wish().need()).isEqualTo("A guide for mills");
              assertThat(asked.wish().address()).isEqualTo("q=mill+guide");
              assertThat(asked.wish().deal()).isEqualTo(DEAL);
            });
    assertThat(send("POST requests", "{\"note\":\" \"}", token()).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest(name = "said to be {0} minutes from now: {1}")
  @CsvSource({"-30, kept", "-3000, now", "30, now"})
  void whatWasSentLaterHappenedWhenItHappened(int minutes, String expected) {
    var said = Instant.now().plus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.MILLIS);
    var event =
        "{\"key\":\"late %d\",\"type\":\"open\",\"asset\":\"guide\",\"at\":\"%s\"}"
            .formatted(minutes, said);
    assertThat(send("POST events", event, token()).statusCode()).isEqualTo(200);
    var at = log.find("late " + minutes).orElseThrow().event().at();
    if (expected.equals("kept")) assertThat(at).isEqualTo(said);
    else assertThat(at).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
  }

  @Test
  void aTicketOpensTheFileItWasMadeForAndNoOther() throws Exception {
    var file = Files.writeString(home.data().resolve("note.txt"), "Mills run on ledgers.");
    var outcome =
        ingestion.ingest(
            IncomingFile.upload(file, "note.txt", new AssetId("note"), GivenValues.NONE, null));
    assertThat(outcome).isNotNull();
    var path =
        json(send("POST tickets", "{\"asset\":\"note\"}", token())).get("path").stringValue();
    var opened = visitor.get(path);
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.body()).contains("Mills run on ledgers");
    assertThat(visitor.get(path.replace("/note/", "/guide/")).statusCode()).isEqualTo(401);
    assertThat(send("POST tickets", "{\"asset\":\"guide\"}", token()).statusCode()).isEqualTo(404);
  }

  @Test
  void thePagesOwnFilesAreUnder60KilobytesCompressed() throws Exception {
    var page = visitor.get("/embed/deal").body();
    var files =
        Pattern.compile("/embed/[a-z]+\\.(?:js|css)")
            .matcher(page)
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();
    assertThat(files).hasSizeGreaterThan(4);
    long sum = compressed(page);
    for (var file : files) {
      var answer = visitor.get(file);
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      sum += compressed(answer.body());
    }
    assertThat(sum).isBetween(5_000L, 60_000L);
  }

  private static long compressed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  private String token() {
    return tokens.issue(REP, DEAL);
  }

  private HttpResponse<String> send(String call, String body, @Nullable String token) {
    var words = call.split(" ");
    var path = "/embed/api/" + words[1];
    var headers =
        token == null
            ? new String[] {"Content-Type", "application/json"}
            : new String[] {"Content-Type", "application/json", "Authorization", "Bearer " + token};
    if (words[0].equals("PUT")) return visitor.put(path, BodyPublishers.ofString(body), headers);
    return words[0].equals("GET")
        ? visitor.get(path, headers)
        : visitor.post(path, BodyPublishers.ofString(body), headers);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private <T extends FeedbackEvent> T lastOf(Class<T> type) {
    return events(type).getLast();
  }

  private <T extends FeedbackEvent> List<T> events(Class<T> type) {
    return log.after(0, 10_000).stream()
        .map(FeedbackLog.LoggedEvent::event)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private void link(String id, String title, String audience) {
    var said =
        NamedValues.of(
            Map.of(
                "title", title, "audience", audience, "url", "https://mill.example/content/" + id),
            Currency.getInstance("EUR"));
    ingestion.ingest(IncomingFile.link(new AssetId(id), said.values(), null));
  }

  private static Opportunity deal() {
    return new Opportunity(
        DEAL,
        "Mill renewal",
        "Mill",
        null,
        null,
        null,
        List.of(),
        "Proposal/Price Quote",
        null,
        List.of(),
        List.of(),
        null,
        REP,
        null,
        null,
        Outcome.OPEN,
        null,
        null,
        null,
        Instant.now());
  }
}
