/**
 * Hardened reading of XML into a small tree, for the rooms that read ad responses. No document type, no entity but those
 * that XML itself has, nothing fetched, and limits for all that can grow. What is common in the field is tolerated: a
 * blank line before the declaration, prefixes that nobody declared, bare ampersands, bytes that are not of the encoding.
 * Not exported; it imports nothing. An example:
 *
 * <pre>{@code
 * XmlElement root = XmlReader.read(bytes, new XmlLimits(1 << 20, 64, 10_000, 100)).root();
 * for (XmlElement ad : root.children("Ad")) {
 *     System.out.println(ad.attribute("id"));
 * }
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.internal.xml;

import org.jspecify.annotations.NullMarked;
