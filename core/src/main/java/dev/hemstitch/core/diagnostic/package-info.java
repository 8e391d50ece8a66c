/**
 * One shape for every problem, whoever finds it: a stable code, where it stands, what it is, and the section of the
 * specification. Imports only {@code text}. An example:
 *
 * <pre>{@code
 * for (Diagnostic problem : PlaylistParser.lenient().tryParse(bytes).diagnostics()) {
 *     System.err.println(problem); // 4:9: error MALFORMED_NUMBER "abc" is no decimal number (4.4.4.1)
 * }
 * }</pre>
 */
@NullMarked
package dev.hemstitch.core.diagnostic;

import org.jspecify.annotations.NullMarked;
