package dev.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.identity.Role;
import dev.tandem.testing.SignedInAs;
import dev.tandem.testing.TandemTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The reports over HTTP, in a company without anything. */
@TandemTest
@AutoConfigureMockMvc
class InsightApiTest {
  @Autowired private MockMvcTester api;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "overview",
        "assets",
        "journey",
        "journey?part=stages",
        "journey?part=paths",
        "journey?part=elsewhere",
        "effects",
        "effects?part=duels",
        "assets/none/deals",
        "unused",
        "gaps",
        "champions",
        "attribution"
      })
  @SignedInAs(Role.MARKETER)
  void everyReportAnswersWhereNothingHappenedYet(String report) {
    assertThat(api.get().uri("/api/v1/insight/" + report))
        .hasStatusOk()
        .bodyJson()
        .hasPath("$.metrics_version")
        .hasPath("$.rows");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "overview",
        "assets",
        "journey",
        "unused",
        "gaps",
        "champions",
        "attribution",
        "metrics"
      })
  @SignedInAs(Role.MARKETER)
  void whoAsksForCsvGetsCsv(String report) {
    assertThat(api.get().uri("/api/v1/insight/" + report).header(HttpHeaders.ACCEPT, "text/csv"))
        .hasStatusOk()
        .hasHeader(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8");
  }

  @Test
  @SignedInAs(Role.MARKETER)
  void theDefinitionsOfTheFiguresAreAnswered() {
    assertThat(api.get().uri("/api/v1/insight/metrics"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.metrics.length()")
        .isEqualTo(Metric.values().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "overview?from=2026-02-01&to=2026-01-01",
        "overview?from=soon",
        "assets?attribution=fair",
        "assets?window_days=0",
        "attribution?half_life_days=0",
        "journey?part=end"
      })
  @SignedInAs(Role.MARKETER)
  void whatMakesNoSenseIsRefused(String call) {
    assertThat(api.get().uri("/api/v1/insight/" + call)).hasStatus(400);
  }

  @Test
  @SignedInAs(Role.REP)
  void repsDoNotGetThem() {
    assertThat(api.get().uri("/api/v1/insight/gaps")).hasStatus(403);
  }
}
