/**
 * Titles that have an end. What is the same for all viewers is done once ({@code VodTitle}); which ads a viewer sees is decided at
 * the first request and kept in the session ({@code VodViewings}); each playlist is stitched when it is asked for.
 */
@NullMarked
package dev.hemstitch.examples.kit.vod;

import org.jspecify.annotations.NullMarked;
