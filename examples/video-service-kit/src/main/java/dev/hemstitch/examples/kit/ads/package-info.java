/**
 * Asking for ads: once for a viewer and a title, or for a viewer and a live break. What was answered is a text that lives in the
 * viewer's session, and ads are always made of that text, so that every replica makes the same of it.
 */
@NullMarked
package dev.hemstitch.examples.kit.ads;

import org.jspecify.annotations.NullMarked;
