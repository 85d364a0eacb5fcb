package dev.tandem.search.engine.lucene;

import dev.tandem.library.AssetId;
import dev.tandem.search.AssetHits;
import dev.tandem.search.AssetIndex;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.Neighbour;
import dev.tandem.search.SynonymChanges;
import dev.tandem.taxonomy.Audience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lucene in the process, with the index in a folder. One process at a time may have it open. */
final class LuceneAssetIndex implements AssetIndex, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LuceneAssetIndex.class);

  private final IndexFolders folders;
  private final WordLists lists;
  private final Supplier<SynonymChanges> synonyms;
  private final Clock clock;
  private final Remembered remembered = new Remembered();
  private final Object writing = new Object();
  private volatile OpenIndex live;

  /** Being filled beside the live one, or null. Guarded by {@link #writing}. */
  private @Nullable OpenIndex next;

  /** What changed while {@link #next} was filled, and is newer than what fills it. */
  private final Set<AssetId> changedMeanwhile = new HashSet<>();

  /**
   * Opens the index in a folder. Where there is none, or a damaged one, or one of another schema,
   * the index is empty and its {@link #status()} asks for a rebuild.
   */
  LuceneAssetIndex(Path folder, Clock clock) {
    this(folder, clock, () -> SynonymChanges.NONE);
  }

  /**
   * @param synonyms what people changed about the synonyms; asked with every question
   */
  LuceneAssetIndex(Path folder, Clock clock, Supplier<SynonymChanges> synonyms) {
    this.clock = clock;
    this.synonyms = synonyms;
    try {
      this.folders = new IndexFolders(folder);
      this.lists = new WordLists(folder);
      this.live = open();
      folders.deleteAllBut(live.folder());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the search index in " + folder, e);
    }
  }

  private OpenIndex open() throws IOException {
    var current = folders.current();
    if (current.isPresent()) {
      try {
        return OpenIndex.reopen(current.get());
      } catch (LockObtainFailedException inUse) {
        throw new IOException("another process has the search index open: " + current.get(), inUse);
      } catch (IOException | IllegalArgumentException broken) {
        log.warn(
            "The search index in {} cannot be used ({}); it is built anew",
            current.get(),
            broken.getMessage());
      }
    }
    return OpenIndex.create(folders.next());
  }

  @Override
  public void useSynonyms(List<List<String>> groups) {
    lists.addOwn(groups);
  }

  @Override
  public String wording() {
    return synonyms.get().mark();
  }

  @Override
  public AssetHits search(AssetQuery query) {
    return reading((snapshot, degraded) -> searching(snapshot, query).search(degraded));
  }

  @Override
  public List<Neighbour> nearest(AssetQuery query, int limit) {
    var meaning = query.meaning();
    if (meaning == null || limit == 0) return List.of();
    return reading(
        (snapshot, degraded) -> {
          var visible = visible(query.audiences(), query.recommendableOnly());
          var wording = new Wording(snapshot.vocabulary(), remembered.assets());
          var conditions = Conditions.of(query, wording, visible.assets());
          var neighbours = new Neighbours(snapshot, remembered.assets(), visible, conditions);
          return neighbours.of(meaning, limit);
        });
  }

  @Override
  public List<AssetId> notEncoded(String model, int limit) {
    return reading(
        (snapshot, degraded) ->
            AssetIds.of(snapshot, snapshot.search(Conditions.notEncoded(model), limit).scoreDocs));
  }

  @Override
  public int countNotEncoded(String model) {
    return reading((snapshot, degraded) -> snapshot.countNotEncoded(model));
  }

  @Override
  public Map<AssetId, List<AssetHits.Passage>> passages(
      AssetQuery query, Collection<AssetId> wanted) {
    if (wanted.isEmpty()) return Map.of();
    return reading((snapshot, degraded) -> searching(snapshot, query).passages(wanted));
  }

  @Override
  public String spelledOut(AssetQuery query) {
    return reading((snapshot, degraded) -> searching(snapshot, query).spelledOut());
  }

  @Override
  public List<String> complete(String prefix, Set<Audience> audiences, int limit) {
    var visible = visible(audiences, true).assets();
    return reading((snapshot, degraded) -> Completions.of(prefix, visible, limit, snapshot));
  }

  private Searching searching(Snapshot snapshot, AssetQuery query) throws IOException {
    var visible = visible(query.audiences(), query.recommendableOnly()).assets();
    return new Searching(snapshot, remembered, lists.with(synonyms.get()), query, visible);
  }

  private VisibleAssets.Visible visible(Set<Audience> audiences, boolean recommendableOnly) {
    return remembered.visible().to(audiences, recommendableOnly, LocalDate.now(clock));
  }

  @Override
  public void put(Entry entry) {
    var id = entry.asset().id();
    var documents = AssetDocuments.of(entry);
    writing(id, index -> index.put(id, documents));
  }

  @Override
  public void remove(AssetId id) {
    writing(id, index -> index.remove(id));
  }

  @Override
  public void refresh() {
    try {
      live.refresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void commit(long revision) {
    synchronized (writing) {
      try {
        live.commit(revision);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void compact() {
    synchronized (writing) {
      try {
        if (live.revision() != OpenIndex.TO_BE_REBUILT) live.compact();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot merge the search index", e);
      }
    }
  }

  @Override
  public void rebuild(Stream<Entry> entries, long revision) {
    try {
      var filled = OpenIndex.create(folders.next());
      synchronized (writing) {
        if (next != null) {
          filled.close();
          throw new IllegalStateException("the index is already being rebuilt");
        }
        next = filled;
        changedMeanwhile.clear();
      }
      try {
        entries.parallel().forEach(entry -> fill(filled, entry));
        swap(filled, revision);
      } finally {
        synchronized (writing) {
          next = null;
          changedMeanwhile.clear();
        }
        if (live != filled) filled.close();
      }
      folders.deleteAllBut(live.folder());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot rebuild the search index", e);
    }
  }

  private void fill(OpenIndex filled, Entry entry) {
    var id = entry.asset().id();
    var documents = AssetDocuments.of(entry);
    synchronized (writing) {
      if (changedMeanwhile.contains(id)) return;
      try {
        filled.put(id, documents);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void swap(OpenIndex filled, long revision) throws IOException {
    filled.commit(revision);
    synchronized (writing) {
      filled.commit(revision);
      filled.refresh();
      folders.use(filled.folder());
      var old = live;
      live = filled;
      old.close();
    }
  }

  @Override
  public IndexStatus status() {
    return reading(
        (snapshot, degraded) -> {
          var index = live;
          var all = new BooleanQuery.Builder();
          all.add(
              Conditions.is(IndexFields.KIND, IndexFields.KIND_ASSET),
              org.apache.lucene.search.BooleanClause.Occur.FILTER);
          return new IndexStatus(snapshot.count(all.build()), index.revision(), index.bytes());
        });
  }

  /** What was not committed is indexed again by the library's revisions. */
  @Override
  public void close() {
    synchronized (writing) {
      try {
        live.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void writing(AssetId id, Write write) {
    synchronized (writing) {
      try {
        write.to(live);
        if (next != null) {
          changedMeanwhile.add(id);
          write.to(next);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private <T> T reading(Read<T> read) {
    while (true) {
      var index = live;
      try {
        var snapshot = index.acquire();
        try {
          boolean building = index.revision() == OpenIndex.TO_BE_REBUILT;
          return read.from(snapshot, building || snapshot.waitsForMeaning());
        } finally {
          index.release(snapshot);
        }
      } catch (AlreadyClosedException swapped) {
        if (index == live) throw swapped;
      } catch (IOException e) {
        throw new UncheckedIOException("the search index cannot be read", e);
      }
    }
  }

  private interface Write {
    void to(OpenIndex index) throws IOException;
  }

  private interface Read<T> {
    T from(Snapshot snapshot, boolean degraded) throws IOException;
  }
}
