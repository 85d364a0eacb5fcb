package dev.tandem.webhooks;

import dev.tandem.library.AssetId;
import dev.tandem.library.LifecycleState;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In which state each asset was when it was looked at last. */
@Repository
class AssetStates {
  private final JdbcClient jdbc;

  AssetStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<LifecycleState> find(AssetId id) {
    return jdbc.sql("select state from webhook_asset_state where asset = :asset")
        .param("asset", id.value())
        .query(String.class)
        .optional()
        .map(LifecycleState::valueOf);
  }

  void put(AssetId id, LifecycleState state) {
    jdbc.sql(
            "insert into webhook_asset_state (asset, state) values (:asset, :state)"
                + " on conflict (asset) do update set state = excluded.state")
        .param("asset", id.value())
        .param("state", state.name())
        .update();
  }

  void remove(AssetId id) {
    jdbc.sql("delete from webhook_asset_state where asset = :asset")
        .param("asset", id.value())
        .update();
  }
}
