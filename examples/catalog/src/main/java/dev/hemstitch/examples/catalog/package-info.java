/** The backend of titles: a JSON document, served and edited over HTTP. Changing a title's service moves its viewers. */
@NullMarked
package dev.hemstitch.examples.catalog;

import org.jspecify.annotations.NullMarked;
