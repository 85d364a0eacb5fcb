package dev.tandem.identity;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/** Says in the API's description which scope each call needs, from the table that enforces it. */
@Component
@ConditionalOnWebApplication
class ScopeDescription implements OpenApiCustomizer {
  private static final String API = "/api/v1/";

  @Override
  public void customise(OpenAPI api) {
    var schemes = api.getComponents().getSecuritySchemes();
    if (api.getPaths() == null || schemes == null) return;
    for (var scheme : schemes.entrySet()) {
      scheme.getValue().setDescription(scheme.getValue().getDescription() + "\n\n" + scopes());
      api.getPaths()
          .forEach(
              (path, calls) ->
                  calls
                      .readOperationsMap()
                      .forEach(
                          (method, call) -> {
                            if (path.startsWith(API))
                              describe(scheme.getKey(), method.name(), path, call);
                          }));
    }
  }

  /** Roles may stand in a requirement of any scheme since OpenAPI 3.1. */
  private static void describe(String scheme, String method, String path, Operation call) {
    var needed = ScopeTable.neededFor(method, PathContainer.parsePath(path));
    if (needed.isEmpty()) return;
    call.setSecurity(List.of(new SecurityRequirement().addList(scheme, needed.get().id())));
    if (call.getResponses() == null || call.getResponses().containsKey("403")) return;
    call.getResponses()
        .addApiResponse(
            "403",
            new ApiResponse()
                .description(
                    "The token's role does not allow this, or it lacks the scope “"
                        + needed.get().id()
                        + "” (then named as missing_scope)."));
  }

  private static String scopes() {
    return Arrays.stream(Scope.values())
        .map(scope -> "`" + scope.id() + "`: " + scope.words())
        .collect(
            Collectors.joining(
                "; ",
                "Scopes narrow what a token may do below its role (--scopes read,feedback): ",
                ". A token whose scopes nobody chose has all of them."));
  }
}
