/** Requests and answers, whatever server receives and sends them, and the checking of all that strangers write into a request. */
@NullMarked
package dev.hemstitch.examples.kit.http;

import org.jspecify.annotations.NullMarked;
