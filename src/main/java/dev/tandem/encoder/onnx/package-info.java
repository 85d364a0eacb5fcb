/** The sentence encoder on ONNX Runtime, with a model whose weights ship as a library. */
@NullMarked
package dev.tandem.encoder.onnx;

import org.jspecify.annotations.NullMarked;
