package dev.tandem.deals;

import dev.tandem.identity.ColumnRecords;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who owns deals, and who mapped stages. */
@Component
class DealPeople extends ColumnRecords {
  DealPeople(JdbcClient jdbc) {
    super(
        jdbc,
        "deals",
        "the CRM has the owner of a deal, too, and its next import may bring it back: delete it there as well",
        List.of(
            pseudonymised("opportunity", "owner"),
            pseudonymised("stage_map", "changed_by"),
            pseudonymised("sync_mapping", "changed_by")));
  }
}
