package dev.tandem.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI description at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiDescription {
  private static final String TOKEN = "token";

  @Bean
  OpenAPI tandemApi(ObjectProvider<BuildProperties> build) {
    var version = build.stream().map(BuildProperties::getVersion).findFirst().orElse("development");
    return new OpenAPI()
        .info(
            new Info()
                .title("Tandem")
                .version(version)
                .description(
                    "Suggests the right marketing content for a deal, says why, and learns from"
                        + " its use. Errors are problem details (RFC 9457). Fields of a JSON body"
                        + " that are not known are left out and named in the answer's header "
                        + IgnoredFields.HEADER
                        + ".")
                .license(
                    new License()
                        .name("GPL-3.0-or-later")
                        .url("https://www.gnu.org/licenses/gpl-3.0.html")))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An API token: tandem token create --user U --role R")))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }
}
