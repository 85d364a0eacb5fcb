package dev.tandem.requests;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcContentRequests implements ContentRequests {
  private static final String ORDER =
      """
       order by (r.state not in ('asked', 'accepted', 'in_work')),
         case when r.state = 'asked' then r.answer_by
           when r.state in ('accepted', 'in_work') then r.due_on end,
         r.changed_at desc, r.id""";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final RequestOwners owners;
  private final ServiceLevels levels;
  private final Opportunities opportunities;
  private final RequestMoves moves;
  private final RequestNews news;
  private final Clock clock;

  JdbcContentRequests(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      RequestOwners owners,
      ServiceLevels levels,
      Opportunities opportunities,
      RequestMoves moves,
      RequestNews news,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.owners = owners;
    this.levels = levels;
    this.opportunities = opportunities;
    this.moves = moves;
    this.news = news;
    this.clock = clock;
  }

  @Override
  public ContentRequest ask(UserId asker, Wish wish) {
    var products = wish.products().isEmpty() ? productsOf(wish.deal()) : wish.products();
    return Objects.requireNonNull(transaction.execute(status -> insert(asker, wish, products)));
  }

  private List<String> productsOf(@Nullable OpportunityId deal) {
    if (deal == null) return List.of();
    return opportunities.contextOf(deal).products().stream().map(Term::label).limit(20).toList();
  }

  private ContentRequest insert(UserId asker, Wish wish, List<String> products) {
    var deal = wish.deal();
    var kind = wish.kind();
    var today = LocalDate.now(clock);
    var level = levels.of(kind);
    record Row(long id, boolean fresh) {}
    // the no-op update makes a repeated wish answer with its first row
    var row =
        jdbc.sql(
                """
                insert into content_request (asked_by, asked_at, need, query, filters, address,
                  deal, kind, products, slate, owner, answer_by, due_on, changed_at)
                values (:asker, :now, :need, :query, :filters, :address, :deal, :kind, :products,
                  :slate, :owner, :answer_by, :due_on, :now)
                on conflict (asked_by, address, coalesce(deal, ''), coalesce(kind, ''), need)
                  where state in ('asked', 'accepted', 'in_work')
                  do update set asked_by = excluded.asked_by
                returning id, (xmax = 0) as fresh
                """)
            .param("asker", asker.value())
            .param("now", now())
            .param("need", wish.need())
            .param("query", wish.query())
            .param("filters", wish.filters())
            .param("address", wish.address())
            .param("deal", deal == null ? null : deal.value())
            .param("kind", kind == null ? null : kind.id())
            .param("products", products.toArray(String[]::new))
            .param("slate", wish.slate())
            .param("owner", owners.ownerOf(kind, products).map(UserId::value).orElse(null))
            .param("answer_by", WorkingDays.after(today, level.answerDays()))
            .param("due_on", WorkingDays.after(today, level.deliveryDays()))
            .query((found, n) -> new Row(found.getLong("id"), found.getBoolean("fresh")))
            .single();
    if (row.fresh()) {
      moves.addAsker(row.id(), asker, deal);
      moves.note(row.id(), asker, RequestState.ASKED.id(), "Asked");
    }
    var request = find(row.id()).orElseThrow();
    if (row.fresh()) news.asked(request);
    return request;
  }

  @Override
  public Optional<ContentRequest> find(long id) {
    return jdbc.sql(RequestRows.SELECT + " where r.id = ?")
        .param(id)
        .query(RequestRows::read)
        .optional();
  }

  @Override
  public List<ContentRequest> list(RequestFilter filter) {
    var chosen = RequestCondition.of(filter);
    return jdbc.sql(RequestRows.SELECT + chosen.where() + ORDER)
        .params(chosen.values())
        .query(RequestRows::read)
        .list();
  }

  @Override
  public Page page(RequestFilter filter, int offset, int limit) {
    var chosen = RequestCondition.of(filter);
    long total =
        jdbc.sql("select count(*) from content_request r" + chosen.where())
            .params(chosen.values())
            .query(Long.class)
            .single();
    var items =
        jdbc.sql(RequestRows.SELECT + chosen.where() + ORDER + " limit :limit offset :offset")
            .params(chosen.values())
            .param("limit", limit)
            .param("offset", offset)
            .query(RequestRows::read)
            .list();
    return new Page(total, items);
  }

  @Override
  public long countOpen() {
    return jdbc.sql(
            "select count(*) from content_request where state in ('asked', 'accepted', 'in_work')")
        .query(Long.class)
        .single();
  }

  @Override
  public MoveOutcome move(long id, RequestMove move, UserId by) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              // two people at one request: the second sees what the first has done
              jdbc.sql("select 1 from content_request where id = ? for update")
                  .param(id)
                  .query(Integer.class)
                  .optional();
              var found = find(id);
              if (found.isEmpty()) return new MoveOutcome.NotFound(id);
              var refusal = moves.refusal(found.get(), move);
              if (refusal.isPresent()) return new MoveOutcome.Refused(refusal.get());
              long step = moves.make(found.get(), move, by);
              var after = find(id).orElseThrow();
              if (move instanceof RequestMove.Assign) news.assigned(after, by, step);
              else news.moved(after, by, step);
              return new MoveOutcome.Done(after);
            }));
  }

  @Override
  public List<RequestStep> history(long id) {
    return jdbc.sql("select * from content_request_step where request = ? order by id")
        .param(id)
        .query(
            (row, n) -> {
              var actor = row.getString("actor");
              return new RequestStep(
                  Objects.requireNonNull(RequestRows.instant(row, "at")),
                  actor == null ? null : new UserId(actor),
                  Objects.requireNonNull(row.getString("what")),
                  Objects.requireNonNull(row.getString("words")));
            })
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
