#include "model/core/message.hpp"

#include <charconv>

namespace octad::model {

namespace {

constexpr char kList = '\x02';
constexpr char kBilingual = '\x03';

void appendPiece(std::string& out, std::string_view piece) {
  out += std::to_string(piece.size());
  out += ':';
  out += piece;
}

/// Takes one `length:bytes` piece off the front; false when there is none.
bool takePiece(std::string_view& rest, std::string& piece) {
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), length);
  if (error != std::errc{} || end == rest.data() + rest.size() || *end != ':') return false;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()) + 1);
  if (length > rest.size()) return false;
  piece = std::string(rest.substr(0, length));
  rest.remove_prefix(length);
  return true;
}

}  // namespace

std::string bilingual(std::string_view chinese, std::string_view english) {
  std::string out(1, kBilingual);
  appendPiece(out, chinese);
  appendPiece(out, english);
  return out;
}

std::pair<std::string, std::string> bilingualIn(std::string_view argument) {
  std::pair<std::string, std::string> words;
  if (argument.empty() || argument.front() != kBilingual) return words;
  argument.remove_prefix(1);
  if (takePiece(argument, words.first)) takePiece(argument, words.second);
  return words;
}

std::string listed(const std::vector<Message>& sentences) {
  std::string out(1, kList);
  for (const auto& sentence : sentences) {
    std::string inner;
    appendPiece(inner, sentence.id);
    for (const auto& arg : sentence.args) appendPiece(inner, arg);
    appendPiece(out, inner);
  }
  return out;
}

std::vector<Message> listedIn(std::string_view argument) {
  std::vector<Message> sentences;
  if (argument.empty() || argument.front() != kList) return sentences;
  argument.remove_prefix(1);
  std::string inner;
  while (takePiece(argument, inner)) {
    std::string_view rest = inner;
    Message sentence;
    if (!takePiece(rest, sentence.id)) break;
    std::string arg;
    while (takePiece(rest, arg)) sentence.args.push_back(arg);
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

}  // namespace octad::model
