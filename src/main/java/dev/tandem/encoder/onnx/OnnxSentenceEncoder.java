package dev.tandem.encoder.onnx;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tandem.encoder.Embedding;
import dev.tandem.encoder.SentenceEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** Loads the model when it is first needed; a machine that cannot run it goes without. */
final class OnnxSentenceEncoder implements SentenceEncoder, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OnnxSentenceEncoder.class);
  private static final int QUERIES_KEPT = 2_000;

  private final Path nativeLibraries;
  private final boolean enabled;
  private final Loader loader;
  private final ReentrantLock loading = new ReentrantLock();

  /** Shared by those who encode: a model that is closed under them takes the process with it. */
  private final ReentrantReadWriteLock using = new ReentrantReadWriteLock();

  /** As-you-type search and reloaded pages ask the same again and again. */
  private final Cache<String, Embedding> queries =
      Caffeine.newBuilder().maximumSize(QUERIES_KEPT).build();

  private volatile @Nullable MiniLm model;
  private volatile boolean unusable;
  private volatile @Nullable String fault;

  /** Where the model comes from. */
  interface Loader {
    MiniLm load(Path nativeLibraries) throws Exception;
  }

  OnnxSentenceEncoder(Path nativeLibraries, boolean enabled) {
    this(nativeLibraries, enabled, MiniLm::load);
  }

  OnnxSentenceEncoder(Path nativeLibraries, boolean enabled, Loader loader) {
    this.nativeLibraries = nativeLibraries;
    this.enabled = enabled;
    this.loader = loader;
  }

  @Override
  public String model() {
    return MiniLm.NAME;
  }

  @Override
  public int dimensions() {
    return MiniLm.DIMENSIONS;
  }

  @Override
  public boolean available() {
    return enabled && !unusable;
  }

  @Override
  public Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  @Override
  public Optional<Embedding> query(String text) {
    var asked = text.strip();
    if (asked.isEmpty() || !available()) return Optional.empty();
    // who asks the same at the same time waits rather than encode it once more
    return Optional.ofNullable(queries.get(asked, each -> passage(each).orElse(null)));
  }

  @Override
  public Optional<Embedding> passage(String text) {
    if (text.isBlank()) return Optional.empty();
    using.readLock().lock();
    try {
      return loaded().map(ready -> ready.encode(text));
    } finally {
      using.readLock().unlock();
    }
  }

  /** Else the first who searches would wait for the model. */
  @EventListener
  void load(WebServerInitializedEvent serving) {
    Thread.ofPlatform().daemon().name("encoder-load").start(this::loaded);
  }

  private Optional<MiniLm> loaded() {
    var ready = model;
    if (ready != null || !available()) return Optional.ofNullable(ready);
    loading.lock();
    try {
      if (model == null && available()) model = loader.load(nativeLibraries);
    } catch (Exception | LinkageError broken) {
      var temporary = Path.of(System.getProperty("java.io.tmpdir", "."));
      var sentence = LoadFault.sentence(broken, List.of(temporary, nativeLibraries));
      fault = sentence;
      unusable = true;
      log.warn(sentence);
      log.debug("What the engine said", broken);
    } finally {
      loading.unlock();
    }
    return Optional.ofNullable(model);
  }

  @Override
  public void close() {
    unusable = true;
    using.writeLock().lock();
    try {
      var loaded = model;
      model = null;
      if (loaded != null) loaded.close();
    } finally {
      using.writeLock().unlock();
    }
  }
}
