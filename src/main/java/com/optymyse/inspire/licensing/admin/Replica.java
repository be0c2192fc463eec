package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.installation.Agents;

/**
 * The replica that answers.
 *
 * @param version of its package
 * @param trust whose licenses it accepts
 * @param agents what else runs in its JVM
 */
public record Replica(String version, TrustAnchors trust, Agents agents) {}
