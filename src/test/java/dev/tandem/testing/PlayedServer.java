package dev.tandem.testing;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** A web server that answers by code of the test, with the faults that the test lines up. */
public abstract class PlayedServer implements AutoCloseable {
  private final Queue<UnaryOperator<ResponseDefinitionBuilder>> faults =
      new ConcurrentLinkedQueue<>();
  private final WireMockServer server;

  protected PlayedServer() {
    server =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(new Answers()));
    server.start();
    server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
  }

  /** The right answer. */
  protected abstract ResponseDefinitionBuilder answer(Request request);

  protected static ResponseDefinitionBuilder json(String body) {
    return WireMock.aResponse()
        .withStatus(200)
        .withHeader("Content-Type", "application/json;charset=UTF-8")
        .withBody(body);
  }

  protected static String parameter(Request request, String name) {
    var parameter = request.queryParameter(name);
    return parameter.isPresent()
        ? URLDecoder.decode(parameter.firstValue(), StandardCharsets.UTF_8)
        : "";
  }

  public String url() {
    return server.baseUrl();
  }

  /** What shall become of the next right answer. */
  public void next(UnaryOperator<ResponseDefinitionBuilder> fault) {
    faults.add(fault);
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Answers implements ResponseDefinitionTransformerV2 {
    @Override
    public String getName() {
      return "played";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      var right = answer(event.getRequest());
      var fault = faults.poll();
      return (fault == null ? right : fault.apply(right)).build();
    }
  }
}
