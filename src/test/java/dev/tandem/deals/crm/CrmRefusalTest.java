package dev.tandem.deals.crm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator reads when a CRM refuses. */
class CrmRefusalTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          401 | {"status":"error","message":"Authentication credentials not found","category":"INVALID_AUTHENTICATION"} | : Authentication credentials not found | true
          403 | {"status":"error","message":"This app hasn't been granted all scopes"}                                   | : This app hasn't been granted all scopes | false
          400 | [{"message":"No such column 'Rival__c'","errorCode":"INVALID_FIELD"}]                                   | : No such column 'Rival__c' (INVALID_FIELD) | false
          400 | {"error":"invalid_client","error_description":"invalid client credentials"}                           | : invalid client credentials | true
          400 | {"error":"invalid_grant","error_description":"user hasn't approved this consumer"}                       | : user hasn't approved this consumer | true
          400 | {"results":[]}                                                                                           | : {"results":[]} | false
          502 | <html>  Bad gateway </html>                                                                              | : <html> Bad gateway </html> | false
          """)
  void theSentenceOfTheCrmIsToldAndWrongCredentialsAreRecognised(
      int status, String body, String said, boolean ofCredentials) {
    assertThat(CrmRefusal.said(body)).isEqualTo(said);
    assertThat(CrmRefusal.isOfCredentials(status, body)).isEqualTo(ofCredentials);
  }

  @Test
  void longAndEmptyAnswersDoNotFillThePage() {
    assertThat(CrmRefusal.said("")).isEmpty();
    assertThat(CrmRefusal.said("x".repeat(5_000))).hasSizeLessThan(310).endsWith("…");
  }
}
