package dev.tandem.search.engine.lucene;

import dev.tandem.library.AssetId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** One index on disk, open for writing and searching. */
final class OpenIndex implements Closeable {
  static final long TO_BE_REBUILT = -1;
  private static final String REVISION = "revision";
  private static final String SCHEMA = "schema";
  private static final double WRITE_BUFFER_MB = 64;

  /** With so much of it in one segment, merging the rest costs more than it gains. */
  private static final double COMPACT = 0.7;

  /** In bytes; a million vectors in one graph take more than twenty minutes of a processor. */
  private static final long LARGEST_SEGMENT = 768L << 20;

  private final Path folder;
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager snapshots;
  private volatile long revision;

  private OpenIndex(Path folder, OpenMode mode) throws IOException {
    this.folder = folder;
    this.directory = FSDirectory.open(folder);
    IndexWriter opened = null;
    try {
      if (mode == OpenMode.APPEND) verify(directory);
      var config = new IndexWriterConfig(Languages.SPELLED).setOpenMode(mode);
      config.setRAMBufferSizeMB(WRITE_BUFFER_MB).setCommitOnClose(false);
      opened = new IndexWriter(directory, config);
      this.snapshots = new SearcherManager(opened, new SnapshotFactory());
      this.revision = mode == OpenMode.APPEND ? revision(opened) : TO_BE_REBUILT;
      this.writer = opened;
    } catch (IOException | RuntimeException broken) {
      if (opened != null) opened.rollback();
      directory.close();
      throw broken;
    }
  }

  /** An empty one, which is to be filled. */
  static OpenIndex create(Path folder) throws IOException {
    return new OpenIndex(folder, OpenMode.CREATE);
  }

  /**
   * One that was committed.
   *
   * @throws IOException when it is missing, damaged or of another schema
   */
  static OpenIndex reopen(Path folder) throws IOException {
    return new OpenIndex(folder, OpenMode.APPEND);
  }

  Path folder() {
    return folder;
  }

  /** Up to where it follows the library, as on disk. */
  long revision() {
    return revision;
  }

  void put(AssetId id, List<Document> documents) throws IOException {
    writer.updateDocuments(new Term(IndexFields.ID, id.value()), documents);
  }

  void remove(AssetId id) throws IOException {
    writer.deleteDocuments(new Term(IndexFields.ID, id.value()));
  }

  void refresh() throws IOException {
    snapshots.maybeRefreshBlocking();
  }

  void commit(long upTo) throws IOException {
    if (upTo == revision && !writer.hasUncommittedChanges()) return;
    writer.setLiveCommitData(
        Map.of(REVISION, Long.toString(upTo), SCHEMA, Integer.toString(IndexFields.SCHEMA))
            .entrySet());
    writer.commit();
    revision = upTo;
  }

  /** Begins to merge scattered segments into one, or keeps what an earlier call has merged. */
  void compact() throws IOException {
    if (!writer.getMergingSegments().isEmpty()) return;
    refresh();
    commit(revision);
    if (isScattered() && bytes() < LARGEST_SEGMENT) writer.forceMerge(1, false);
  }

  private boolean isScattered() throws IOException {
    var snapshot = acquire();
    try {
      int largest = 0;
      for (var leaf : snapshot.getIndexReader().leaves())
        largest = Math.max(largest, leaf.reader().numDocs());
      return largest < COMPACT * snapshot.getIndexReader().numDocs();
    } finally {
      release(snapshot);
    }
  }

  Snapshot acquire() throws IOException {
    return (Snapshot) snapshots.acquire();
  }

  void release(Snapshot snapshot) throws IOException {
    snapshots.release(snapshot);
  }

  long bytes() throws IOException {
    long bytes = 0;
    for (var file : directory.listAll()) {
      try {
        bytes += directory.fileLength(file);
      } catch (java.nio.file.NoSuchFileException merged) {
        // replaced by a merge since the listing
      }
    }
    return bytes;
  }

  /** Drops what was not committed. */
  @Override
  public void close() throws IOException {
    snapshots.close();
    writer.rollback();
    directory.close();
  }

  /** Reads every file once against its checksum: damage shows here rather than in an answer. */
  private static void verify(Directory directory) throws IOException {
    try (var reader = DirectoryReader.open(directory)) {
      var schema = reader.getIndexCommit().getUserData().get(SCHEMA);
      if (!Integer.toString(IndexFields.SCHEMA).equals(schema))
        throw new IOException("written with schema " + schema + ", now " + IndexFields.SCHEMA);
      for (var leaf : reader.leaves())
        ((org.apache.lucene.index.CodecReader) leaf.reader()).checkIntegrity();
    }
  }

  private static long revision(IndexWriter writer) throws IOException {
    for (var entry : writer.getLiveCommitData())
      if (entry.getKey().equals(REVISION)) return Long.parseLong(entry.getValue());
    throw new IOException("the index does not say up to where it follows the library");
  }

  private static final class SnapshotFactory extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
        throws IOException {
      return new Snapshot((DirectoryReader) reader);
    }
  }
}
