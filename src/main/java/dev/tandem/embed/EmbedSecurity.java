package dev.tandem.embed;

import dev.tandem.identity.Users;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The sidebar's own door: no session, no cookie, shown only in the frames of its tenant. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbedSettings.class)
class EmbedSecurity {
  private static final int ORDER = 20;

  @Bean
  @Order(ORDER)
  @ConditionalOnWebApplication
  SecurityFilterChain sidebar(
      HttpSecurity http, EmbedTokens tokens, Users users, FrameAncestors ancestors)
      throws Exception {
    return http.securityMatcher("/embed/**")
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new EmbedTokenFilter(tokens, users), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/embed/api/**")
                    .hasAuthority(EmbedTokenFilter.AUTHORITY)
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(
            failures ->
                failures.authenticationEntryPoint(
                    new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
        .headers(
            headers ->
                headers
                    // CSP's frame-ancestors says it better, and this header would contradict it
                    .frameOptions(FrameOptionsConfig::disable)
                    .addHeaderWriter(ancestors)
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
  }
}
