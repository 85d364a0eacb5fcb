package dev.tandem.api;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits come after security, which knows the caller. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(ApiLimits.class)
class ApiFilters {
  private static final String API = "/api/*";

  @Bean
  JsonMapperBuilderCustomizer listeningForIgnoredFields() {
    return mapper -> mapper.addHandler(new IgnoredFields.Listening());
  }

  @Bean
  FilterRegistrationBean<RateLimits> rateLimits(ApiLimits limits, ProblemAnswer problems) {
    var filter = new FilterRegistrationBean<>(new RateLimits(limits, problems));
    filter.addUrlPatterns(API);
    filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10);
    return filter;
  }

  @Bean
  FilterRegistrationBean<BodyLimits> bodyLimits(ApiLimits limits, ProblemAnswer problems) {
    var filter = new FilterRegistrationBean<>(new BodyLimits(limits.body(), problems));
    filter.addUrlPatterns(API);
    filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 20);
    return filter;
  }

  @Bean
  FilterRegistrationBean<IdempotencyKeys> idempotencyKeys(
      KeptAnswers answers, ProblemAnswer problems) {
    var filter = new FilterRegistrationBean<>(new IdempotencyKeys(answers, problems));
    filter.addUrlPatterns(API);
    filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 30);
    return filter;
  }
}
