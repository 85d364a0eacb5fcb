package dev.tandem.identity;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import dev.tandem.api.ProblemAnswer;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The ways in for programs: bearer tokens only, no session, no cookie, so nothing to forge. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiSecurity {
  static final int API = 10;
  static final int ACTUATOR = 30;

  private final JdbcApiTokens tokens;
  private final ProblemAnswer problems;

  ApiSecurity(JdbcApiTokens tokens, ProblemAnswer problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  @Bean
  @Order(API)
  SecurityFilterChain api(HttpSecurity http) throws Exception {
    return forPrograms(http.securityMatcher("/api/**", "/v3/**"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/v3/**")
                    .permitAll()
                    .anyRequest()
                    .access(new ScopeRule(Role.REP)))
        .build();
  }

  @Bean
  @Order(ACTUATOR)
  SecurityFilterChain actuator(HttpSecurity http) throws Exception {
    return forPrograms(http.securityMatcher("/actuator/**"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health", "/actuator/health/**")
                    .permitAll()
                    .anyRequest()
                    .access(new ScopeRule(Role.ADMINISTRATOR)))
        .build();
  }

  private HttpSecurity forPrograms(HttpSecurity http) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
        .addFilterBefore(new ApiTokenFilter(tokens), AnonymousAuthenticationFilter.class)
        .exceptionHandling(
            failures ->
                failures.authenticationEntryPoint(nobody()).accessDeniedHandler(notAllowed()))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        policy ->
                            policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
  }

  private AuthenticationEntryPoint nobody() {
    return (request, response, failure) -> {
      boolean refused = request.getAttribute(ApiTokenFilter.REFUSED) != null;
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE,
          "Bearer realm=\"tandem\"" + (refused ? ", error=\"invalid_token\"" : ""));
      problems.send(
          request,
          response,
          HttpStatus.UNAUTHORIZED,
          refused
              ? "The token is unknown, expired or revoked, or its user is disabled."
              : "Send an API token: Authorization: Bearer TOKEN.");
    };
  }

  private AccessDeniedHandler notAllowed() {
    return (request, response, failure) -> {
      if (failure instanceof AuthorizationDeniedException denied
          && denied.getAuthorizationResult() instanceof ScopeRule.Missing(var scope)) {
        response.setHeader(
            HttpHeaders.WWW_AUTHENTICATE,
            "Bearer realm=\"tandem\", error=\"insufficient_scope\", scope=\"" + scope.id() + "\"");
        problems.send(
            request,
            response,
            HttpStatus.FORBIDDEN,
            "The token lacks the scope '%s' (%s); ask an administrator for one that has it."
                .formatted(scope.id(), scope.words()),
            Map.of("missing_scope", scope.id()));
      } else
        problems.send(
            request,
            response,
            HttpStatus.FORBIDDEN,
            "The token's role does not allow this; ask an administrator for one that does.");
    };
  }

  /** Around security too, so that what is refused there is noted with the answer it got. */
  @Bean
  FilterRegistrationBean<TokenAuditFilter> tokenAudit(JdbcTokenAudit audit) {
    var filter = new FilterRegistrationBean<>(new TokenAuditFilter(audit));
    filter.addUrlPatterns("/api/*");
    filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 5);
    return filter;
  }

  /** For paths that are refused before any chain is chosen, such as those with {@code %2e%2e}. */
  @Bean
  RequestRejectedHandler requestRejectedHandler() {
    return (request, response, rejected) ->
        problems.send(
            request,
            response,
            HttpStatus.BAD_REQUEST,
            "The request's path or headers are refused.");
  }
}
