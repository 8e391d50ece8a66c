/**
 * VMAP 1.0: which ad responses play when. It fetches nothing, and does not place breaks in content: it says what the
 * response says. It may import {@code internal.xml}, {@code vast} for responses that stand in it, and {@code model} for
 * positions. An example:
 *
 * <pre>{@code
 * for (VmapAdBreak adBreak : VmapParser.create().parse(bytes).adBreaks()) { // VmapException: code, line and column
 *     System.out.println(adBreak.position() + " " + adBreak.adSource().flatMap(VmapAdSource::adTagUri));
 * }
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.vmap;

import org.jspecify.annotations.NullMarked;
