package dev.tandem.insight;

/** Folds searches with words into a row for each day and its words. */
final class SearchRollUps {
  /**
   * Words that were only on their way to other words of the same rep within a minute ("sec",
   * "security"), and led to nothing, are no search.
   *
   * @param which a further condition on slates, such as "and …"
   * @return a query for day, rep, deal, query, found and used, one row a search
   */
  static String searches(String which) {
    return """
        select * from (
          select %1$s as day, s.rep, s.deal, lower(s.query) as query,
            cardinality(s.assets) as found, s.first_use_seconds is not null as used,
            lower(lead(s.query) over next) as next_query,
            lead(s.at) over next - s.at as until_next
          from insight_slate s where %2$s and s.surface = 'search' and s.query <> '' %3$s
          window next as (partition by %1$s, s.rep order by s.at, s.slate)) asked
        where used or next_query is null or until_next > interval '1 minute'
          or not (starts_with(next_query, query) or starts_with(query, next_query))
        """
        .formatted(RollUps.SLATE_DAY, RollUps.SLATES, which);
  }

  static final String FOLD =
      """
          insert into insight_search
          select day, query, count(*), count(*) filter (where not used), max(found),
            coalesce(string_agg(distinct int4send(r.number), ''::bytea
              order by int4send(r.number)), ''),
            coalesce(string_agg(distinct int4send(d.number), ''::bytea
              order by int4send(d.number)), '')
          from (%s) asked left join insight_number r on r.name = asked.rep
            left join insight_number d on d.name = asked.deal
          group by day, query
          """
          .formatted(searches(""));

  private SearchRollUps() {}
}
