package dev.hemstitch.ads.internal.xml;

/**
 * How much a reader takes.
 *
 * @param maxBytes the most bytes of a document
 * @param maxDepth how deep elements may be nested; the root has depth 1
 * @param maxElements the most elements of a document
 * @param maxAttributes the most attributes of an element
 */
public record XmlLimits(int maxBytes, int maxDepth, int maxElements, int maxAttributes) {}
