package dev.tandem.search.engine.lucene;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;

/**
 * A word that is looked up in the segments once for each state of the index. The searches of a deal
 * ask for the same words one after the other, and each look-up reads every segment's dictionary.
 */
final class RememberedTerm extends Query {
  private final Term term;

  RememberedTerm(Term term) {
    this.term = term;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    return searcher instanceof Snapshot snapshot
        ? new TermQuery(term, snapshot.states(term))
        : new TermQuery(term);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(term.field())) visitor.consumeTerms(this, term);
  }

  @Override
  public String toString(String field) {
    return new TermQuery(term).toString(field);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RememberedTerm same && term.equals(same.term);
  }

  @Override
  public int hashCode() {
    return classHash() ^ term.hashCode();
  }
}
