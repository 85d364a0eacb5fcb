package dev.tandem.identity;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The way in for people: a session that begins on the sign-in page. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
@EnableMethodSecurity
class PageSecurity {
  static final int PAGES = 100;
  static final String SIGN_IN = "/login";

  @Bean
  AuthenticationManager authenticationManager(PasswordSignIn passwordSignIn) {
    return new ProviderManager(List.of(passwordSignIn));
  }

  @Bean
  @Order(PAGES)
  SecurityFilterChain pages(
      HttpSecurity http, AuthenticationManager authenticationManager, JdbcUsers users)
      throws Exception {
    return http.authenticationManager(authenticationManager)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/*.css", "/*.svg", "/*.js", "/charts/**", "/error")
                    .permitAll())
        .formLogin(form -> form.loginPage(SIGN_IN).failureHandler(backToSignIn()))
        // unknown addresses come to the page that says so, rather than to a bare refusal
        .with(
            VaadinSecurityConfigurer.vaadin(),
            pages -> pages.loginView(SIGN_IN).anyRequest(AuthorizedUrl::authenticated))
        .addFilterBefore(new ForeignFormFilter(), UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(new StaleSignInFilter(users), AnonymousAuthenticationFilter.class)
        .headers(
            headers ->
                headers
                    .frameOptions(frames -> frames.sameOrigin())
                    .contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.STATIC))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(
                        permissions ->
                            permissions.policy(
                                "camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                    .withObjectPostProcessor(eagerly()))
        .build();
  }

  /** Flow commits its pages before the usual moment at which headers are written. */
  private static ObjectPostProcessor<HeaderWriterFilter> eagerly() {
    return new ObjectPostProcessor<>() {
      @Override
      public <F extends HeaderWriterFilter> F postProcess(F filter) {
        filter.setShouldWriteHeadersEagerly(true);
        return filter;
      }
    };
  }

  private static AuthenticationFailureHandler backToSignIn() {
    return (request, response, failure) ->
        response.sendRedirect(
            request.getContextPath()
                + SIGN_IN
                + (failure instanceof SignInThrottledException throttled
                    ? "?wait=" + throttled.retryAfterSeconds()
                    : "?error"));
  }
}
