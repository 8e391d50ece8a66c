package dev.hemstitch.ads.internal.xml;

/**
 * An attribute.
 *
 * @param name its name as written, with its prefix
 * @param value its value, references resolved
 */
public record XmlAttribute(String name, String value) {}
