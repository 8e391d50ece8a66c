package dev.hemstitch.ads.simulator;

import java.util.Map;

/**
 * An EXT-X-DATERANGE tag.
 *
 * @param id its ID
 * @param attributes all of its attributes
 */
record DateRangeLine(String id, Map<String, String> attributes) {}
