package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Standing;
import java.time.Instant;

/**
 * A change of standing to come.
 *
 * @param at when
 * @param standing the standing from then on
 * @param reason why
 * @param condition what has to stay as it is for this to happen
 */
public record Forecast(Instant at, Standing standing, Reason reason, Condition condition) {}
