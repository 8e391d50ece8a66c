/** Where sessions are: in memory, or in Redis for several replicas. */
@NullMarked
package dev.hemstitch.examples.kit.session;

import org.jspecify.annotations.NullMarked;
