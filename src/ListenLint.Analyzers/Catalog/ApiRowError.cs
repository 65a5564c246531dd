using ListenLint.Core;

namespace ListenLint.Analyzers.Catalog;

/// <summary>Why a line of an API file does not count.</summary>
/// <param name="Line">The line without its end.</param>
/// <param name="Word">The part of the line that is wrong.</param>
/// <param name="Message">One sentence without its full stop: what is wrong and what is allowed.</param>
internal sealed record ApiRowError(TextRange Line, TextRange Word, string Message);

/// <summary>What an API file says: the rows of its good lines, and the errors of the others.</summary>
internal sealed record ParsedApiRows(IReadOnlyList<ApiRow> Rows, IReadOnlyList<ApiRowError> Errors);
