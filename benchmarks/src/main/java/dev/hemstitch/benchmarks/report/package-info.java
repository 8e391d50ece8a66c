/** Turns the JSON that JMH writes into a table with verdicts and a picture. */
@NullMarked
package dev.hemstitch.benchmarks.report;

import org.jspecify.annotations.NullMarked;
