package dev.tandem.library.store;

import dev.tandem.identity.ColumnRecords;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who looks after assets and changed them. Owners are words of manifests, so a person is found
 * under the user name and under the display name.
 */
@Component
class LibraryPeople extends ColumnRecords {
  private final JdbcClient jdbc;
  private final AssetEditing editing;

  LibraryPeople(JdbcClient jdbc, AssetEditing editing) {
    super(
        jdbc,
        "library",
        "authors and the files themselves stay, since a published work names who wrote it",
        List.of(
            pseudonymised("asset_correction", "corrected_by"),
            pseudonymised("asset_version", "created_by"),
            pseudonymised("asset_deletion", "deleted_by"),
            pseudonymised("asset_merge", "merged_by"),
            pseudonymised("asset_merge", "ended_by")));
    this.jdbc = jdbc;
    this.editing = editing;
  }

  /** Texts are the asset's, not the person's: an export has what was decided, not whole files. */
  @Override
  protected List<String> secrets() {
    return List.of("pages", "headings");
  }

  @Override
  public List<JsonNode> export(Person person) {
    var rows = new ArrayList<>(super.export(person));
    for (var id : owned(person))
      rows.add(
          JsonMapper.shared()
              .createObjectNode()
              .put("record", "asset")
              .put("owner_of", id.value()));
    return rows;
  }

  @Override
  public Forgotten forget(Person person, UserId pseudonym) {
    long owned = 0;
    for (var id : owned(person))
      if (editing.edit(id, List.of(new AssetEdit.Owner(null)), null).isPresent()) owned++;
    for (var column : List.of("before", "after"))
      jdbc.sql(
              "update asset_correction set %1$s = ? where field = 'OWNER' and lower(%1$s) in (?, ?)"
                  .formatted(column))
          .params(
              pseudonym.value(),
              person.id().value(),
              person.displayName().toLowerCase(java.util.Locale.ROOT))
          .update();
    var rest = super.forget(person, pseudonym);
    return new Forgotten(rest.deleted() + owned, rest.pseudonymised(), rest.stays());
  }

  private List<AssetId> owned(Person person) {
    return jdbc.sql("select id from asset where lower(owner) in (?, ?) order by id")
        .params(person.id().value(), person.displayName().toLowerCase(java.util.Locale.ROOT))
        .query((row, n) -> new AssetId(row.getString(1)))
        .list();
  }
}
