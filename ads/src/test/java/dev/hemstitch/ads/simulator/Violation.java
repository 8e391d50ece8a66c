package dev.hemstitch.ads.simulator;

/**
 * A rule that was broken.
 *
 * @param seed the seed of the viewer
 * @param viewer the viewer
 * @param rendition the rendition that was asked for
 * @param refresh which refresh of that rendition it was, from 1
 * @param nanos when, from the channel's start
 * @param rule the rule
 * @param expected what the rule asks for
 * @param seen what was there
 */
public record Violation(
        long seed, String viewer, String rendition, int refresh, long nanos, Rule rule, String expected, String seen) {
    @Override
    public String toString() {
        return "rule " + rule.number() + " " + rule + ": viewer " + viewer + " seed " + seed + ", " + rendition
                + " refresh " + refresh + " at " + Seconds.text(nanos, 3) + " s: expected " + expected + ", seen "
                + seen;
    }
}
