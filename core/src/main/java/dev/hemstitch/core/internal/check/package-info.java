/**
 * What the rooms that check playlists share: a playlist's lines with their places, and where findings go. Not exported.
 * It imports {@code model}, {@code text} and {@code diagnostic} and knows no rule.
 */
@NullMarked
package dev.hemstitch.core.internal.check;

import org.jspecify.annotations.NullMarked;
