package dev.tandem.encoder.onnx;

import dev.tandem.shared.TandemHome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EncoderConfiguration {
  /**
   * @param enabled false leaves meaning out everywhere: less memory, and search by words alone
   */
  @Bean(destroyMethod = "close")
  OnnxSentenceEncoder sentenceEncoder(
      TandemHome home, @Value("${tandem.encoder.enabled:true}") boolean enabled) {
    return new OnnxSentenceEncoder(home.data().resolve("native"), enabled);
  }
}
