package dev.tandem.feedback.ubi;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The rules of the published schemas, one by one. */
class UbiRulesTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"action_name":"click","timestamp":"2026-01-31T09:30:00Z"} |
          {"action_name":"my_own","timestamp":"2026-01-31T09:30:00+01:00","query_id":"q","event_attributes":{"position":{"ordinal":3},"object":{"object_id":12}}} |
          {"action_name":"click","timestamp":"2026-01-31T09:30:00Z","event_attributes":{"position":{"xy":{"x":1,"y":2.5}}}} |
          {"timestamp":"2026-01-31T09:30:00Z"} | action_name is missing
          {"action_name":"click"} | timestamp is missing
          {"action_name":"click","timestamp":"2026-01-31T09:30:00"} | no time with offset
          {"action_name":7,"timestamp":"2026-01-31T09:30:00Z"} | action_name: a text is expected
          {"action_name":"click","timestamp":"2026-01-31T09:30:00Z","event_attributes":{}} | position is missing
          {"action_name":"click","timestamp":"2026-01-31T09:30:00Z","event_attributes":{"position":{"ordinal":1.5}}} | either ordinal
          {"action_name":"click","timestamp":"2026-01-31T09:30:00Z","event_attributes":{"position":{"ordinal":1},"object":{}}} | object_id: a text
          [] | event: an object is expected
          """)
  void ofEvents(String event, @Nullable String fault) {
    var faults = UbiRules.faultsOfEvent(JsonMapper.shared().readTree(event));
    if (fault == null) assertThat(faults).isEmpty();
    else assertThat(faults).anyMatch(found -> found.contains(fault));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"user_query":""} |
          {"user_query":"mill","query_id":"q","query_response_hit_ids":["a"],"query_attributes":{"x":1}} |
          {"query_id":"q"} | user_query is missing
          {"user_query":"mill","query_response_hit_ids":[1]} | an array of texts
          {"user_query":"mill","query_attributes":"x"} | query_attributes: an object
          """)
  void ofQueries(String query, @Nullable String fault) {
    var faults = UbiRules.faultsOfQuery(JsonMapper.shared().readTree(query));
    if (fault == null) assertThat(faults).isEmpty();
    else assertThat(faults).anyMatch(found -> found.contains(fault));
  }
}
