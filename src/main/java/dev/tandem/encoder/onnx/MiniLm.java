package dev.tandem.encoder.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.tandem.encoder.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * The sentence transformer all-MiniLM-L6-v2 (N. Reimers and I. Gurevych 2019, "Sentence-BERT"; W.
 * Wang et al. 2020, "MiniLM"), quantised to eight bits: 384 dimensions, English, the mean of the
 * last layer's vectors. One text at a time, since with one thread a batch is no faster and a
 * quantised batch makes each vector depend on its neighbours.
 */
final class MiniLm implements AutoCloseable {
  static final String NAME = "all-minilm-l6-v2-q";
  static final int DIMENSIONS = 384;
  private static final int LONGEST_TEXT = 256; // tokens, as it was trained

  private final OrtEnvironment runtime;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;

  private MiniLm(OrtEnvironment runtime, OrtSession session, HuggingFaceTokenizer tokenizer) {
    this.runtime = runtime;
    this.session = session;
    this.tokenizer = tokenizer;
  }

  static MiniLm load(Path nativeLibraries) throws IOException, OrtException {
    // else the tokenizer leaves its native part in the user's home
    System.setProperty("DJL_CACHE_DIR", nativeLibraries.toString());
    var runtime = OrtEnvironment.getEnvironment();
    try (var options = new OrtSession.SessionOptions();
        var weights = resource("/" + NAME + ".onnx");
        var vocabulary = resource("/" + NAME + "-tokenizer.json")) {
      // requests bring their own threads; spinning would take the cores from them
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      var session = runtime.createSession(weights.readAllBytes(), options);
      var tokenizer =
          HuggingFaceTokenizer.newInstance(
              vocabulary,
              Map.of("truncation", "true", "maxLength", "" + LONGEST_TEXT, "padding", "false"));
      return new MiniLm(runtime, session, tokenizer);
    }
  }

  private static InputStream resource(String name) throws IOException {
    var resource = MiniLm.class.getResourceAsStream(name);
    if (resource == null) throw new IOException("the program is incomplete: it lacks " + name);
    return resource;
  }

  Embedding encode(String text) {
    var tokens = tokenizer.encode(text);
    try (var ids = tensor(tokens.getIds());
        var mask = tensor(tokens.getAttentionMask());
        var types = tensor(tokens.getTypeIds());
        var result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      return Embedding.of(mean(((float[][][]) result.get(0).getValue())[0]));
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence encoder failed", e);
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(runtime, new long[][] {values});
  }

  private static float[] mean(float[][] tokens) {
    var sum = new float[DIMENSIONS];
    for (var token : tokens) for (int i = 0; i < DIMENSIONS; i++) sum[i] += token[i];
    return sum;
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence encoder could not be closed", e);
    }
  }
}
