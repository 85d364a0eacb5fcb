package dev.tandem.learning.cli;

import dev.tandem.learning.Estimate;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.ModelDocument;
import dev.tandem.learning.training.PromotionGate;
import dev.tandem.learning.training.Screening;
import dev.tandem.learning.training.TrainingReport;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Says what a training came to, for people or for machines. */
record TrainingPrint(PrintWriter out, TrainingReport report) {
  private static final int STRONGEST = 5;

  void text() {
    if (report.events() > 0)
      line("%,d events read, %,d sessions seen", report.events(), report.sessions());
    if (report.withoutSlate() > 0)
      line(
          "%,d events without a known slate of the same rep: not learned from",
          report.withoutSlate());
    var screening = report.screening();
    if (screening != null) screened(screening);
    var model = report.model();
    if (model != null) learned(model.document());
    var verdict = report.verdict();
    if (verdict != null)
      line(
          "log-likelihood a session, held out: %.4f learned, %.4f %s",
          verdict.candidate(), verdict.inUse(), report.inUse());
    line(
        "%s: %s (%.1f s)",
        report.result().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        report.reason(),
        report.took().toMillis() / 1000.0);
  }

  private void screened(Screening screening) {
    line("%,d items judged, %,d of them used", screening.kept().items(), screening.kept().used());
    if (screening.dailyExcess() > 0)
      line("%,d sessions left out: more on one day than a person opens", screening.dailyExcess());
    if (screening.triedOut() > 0)
      line(
          "%,d sessions of marketers and administrators weighed down: they try things out",
          screening.triedOut());
    if (!screening.clickers().isEmpty())
      line("weighed down, since they use nearly all they see: %s", screening.clickers());
    if (screening.repeated() > 0)
      line(
          "%,d items of one asset before one rep again and again: count less in sum",
          screening.repeated());
    if (!screening.dominant().isEmpty())
      line("share of the evidence cut for: %s", screening.dominant());
  }

  private void learned(ModelDocument document) {
    var trained = document.trained();
    line(
        "%s learned from %,d sessions, %tF to %tF; effects held to %s",
        document.version(),
        trained.sessions(),
        trained.from().atOffset(java.time.ZoneOffset.UTC),
        trained.to().atOffset(java.time.ZoneOffset.UTC),
        trained.shrinkage());
    strongest("assets above their features", document.assets());
    strongest("types at a stage", document.typesByStage());
    strongest("features weighing more than before", document.features());
  }

  private void strongest(String what, Map<String, Estimate> effects) {
    var top =
        effects.entrySet().stream()
            .sorted(
                Comparator.comparingDouble(
                    (Map.Entry<String, Estimate> effect) -> -effect.getValue().interval().low()))
            .filter(effect -> effect.getValue().interval().low() > 0)
            .limit(STRONGEST)
            .map(
                effect ->
                    String.format(
                        Locale.ROOT,
                        "%s %+.2f ± %.2f",
                        effect.getKey(),
                        effect.getValue().mean(),
                        1.96 * effect.getValue().sd()))
            .collect(Collectors.joining(", "));
    if (!top.isEmpty()) line("%s, log-odds: %s", what, top);
  }

  private void line(String form, Object... values) {
    out.println(String.format(Locale.ROOT, form, values));
  }

  void json() {
    var result = new LinkedHashMap<String, Object>();
    result.put("result", report.result().name().toLowerCase(Locale.ROOT));
    result.put("reason", report.reason());
    result.put("in_use_before", report.inUse());
    result.put("events", report.events());
    result.put("sessions", report.sessions());
    result.put("events_without_slate", report.withoutSlate());
    result.put("seconds", report.took().toMillis() / 1000.0);
    var screening = report.screening();
    if (screening != null) {
      result.put("items", screening.kept().items());
      result.put("used", screening.kept().used());
      result.put("sessions_beyond_daily_limit", screening.dailyExcess());
      result.put("sessions_of_people_who_do_not_sell", screening.triedOut());
      result.put("indiscriminate_reps", screening.clickers().stream().map(r -> r.value()).toList());
      result.put("repeated_items", screening.repeated());
      result.put("dominant_reps", screening.dominant().stream().map(r -> r.value()).toList());
    }
    LearnedModel model = report.model();
    if (model != null) {
      result.put("model", model.version());
      result.put("trained_on", model.document().trained().sessions());
      result.put("shrinkage", model.document().trained().shrinkage());
    }
    var verdict = report.verdict();
    if (verdict != null) result.put("gate", gate(verdict));
    out.println(JsonMapper.shared().writeValueAsString(result));
  }

  private Map<String, Object> gate(PromotionGate.Verdict verdict) {
    var gate = new LinkedHashMap<String, Object>();
    gate.put("held_out_sessions", report.heldOut());
    gate.put("log_likelihood", verdict.candidate());
    gate.put("log_likelihood_in_use", verdict.inUse());
    gate.put("gain", verdict.gain().mean());
    gate.put("gain_low", verdict.gain().interval().low());
    gate.put("gain_high", verdict.gain().interval().high());
    return gate;
  }
}
