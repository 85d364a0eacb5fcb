package dev.tandem.insight.privacy;

import dev.tandem.identity.UserId;
import java.time.Instant;

/** That somebody looked at a person's figures. */
public record FigureAccess(Instant at, UserId viewer, UserId person, String what) {}
