/**
 * The properties that the library keeps for whatever input: each test prints how many inputs it saw. The judge of what a
 * text means is the reference reader.
 */
package dev.hemstitch.core.properties;
