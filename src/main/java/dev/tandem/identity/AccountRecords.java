package dev.tandem.identity;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The account itself; last, since others may ask who it was. */
@Component
@Order
class AccountRecords extends ColumnRecords {
  AccountRecords(JdbcClient jdbc) {
    super(
        jdbc,
        "account",
        "",
        List.of(
            pseudonymised("record_retention", "changed_by"),
            deleted("api_token", "user_id"),
            deleted("app_user", "id")));
  }

  @Override
  protected List<String> secrets() {
    return List.of("password_hash", "sample_password", "secret_hash");
  }
}
