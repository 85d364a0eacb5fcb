package dev.tandem.requests;

import dev.tandem.identity.UserId;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Term;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRequestOwners implements RequestOwners {
  private final JdbcClient jdbc;

  JdbcRequestOwners(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<UserId> ownerOf(@Nullable ContentType type, List<String> products) {
    return jdbc.sql(
            """
            select owner from content_owner
            where type in ('', :type) and (product = '' or product = any(:products))
            order by (type <> '') desc, (product <> '') desc, product limit 1
            """)
        .param("type", id(type))
        .param("products", products.stream().map(Term::normalize).toArray(String[]::new))
        .query((row, n) -> new UserId(row.getString(1)))
        .optional();
  }

  @Override
  public List<Rule> rules() {
    return jdbc.sql(
            "select * from content_owner order by (type = '' and product = ''), type, product")
        .query(
            (row, n) ->
                new Rule(
                    ContentType.parse(Objects.requireNonNull(row.getString("type"))).orElse(null),
                    Objects.requireNonNull(row.getString("label")),
                    new UserId(Objects.requireNonNull(row.getString("owner")))))
        .list();
  }

  @Override
  public void set(Rule rule) {
    jdbc.sql(
            "insert into content_owner (type, product, label, owner) values (?, ?, ?, ?) on"
                + " conflict (type, product) do update set owner = excluded.owner, label ="
                + " excluded.label")
        .params(
            id(rule.type()),
            Term.normalize(rule.product()),
            rule.product().strip(),
            rule.owner().value())
        .update();
  }

  @Override
  public void remove(@Nullable ContentType type, String product) {
    jdbc.sql("delete from content_owner where type = ? and product = ?")
        .params(id(type), Term.normalize(product))
        .update();
  }

  private static String id(@Nullable ContentType type) {
    return type == null ? "" : type.id();
  }
}
