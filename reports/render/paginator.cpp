#include "reports/render/paginator.hpp"

#include <utility>

namespace octad::reports {
namespace {

constexpr double kWorthStarting = 60;  ///< room in which it is worth beginning a row that is parted anyway
constexpr double kTolerance = 0.01;

class Paginator {
 public:
  explicit Paginator(double height) : m_height(height) { m_pages.pages.emplace_back(); }

  void place(Slice slice, double needed) {
    if (slice.startsPage && !atTop()) newPage();
    const double before = atTop() ? 0 : slice.spaceBefore;
    if (!atTop() && m_y + before + needed > m_height + kTolerance && !worthParting(slice, before)) newPage();
    if (slice.split && !fits(slice)) {
      part(std::move(slice));
      return;
    }
    put(std::move(slice));
  }

  Pages take() { return std::move(m_pages); }

 private:
  bool atTop() const { return m_pages.pages.back().empty(); }
  double headHeight(const Slice& slice) const {
    return atTop() && slice.repeated ? slice.repeated->height : 0;
  }
  bool fits(const Slice& slice) const {
    const double before = atTop() ? headHeight(slice) : slice.spaceBefore;
    return m_y + before + slice.height <= m_height + kTolerance;
  }
  bool worthParting(const Slice& slice, double before) const {
    return slice.split && slice.height > m_height && m_height - m_y - before > kWorthStarting;
  }

  void newPage() {
    m_pages.pages.emplace_back();
    m_y = 0;
  }

  void put(Slice slice) {
    if (atTop()) {
      if (slice.repeated) {
        m_pages.pages.back().push_back({slice.repeated.get(), m_y});
        m_y += slice.repeated->height;
      }
    } else {
      m_y += slice.spaceBefore;
    }
    m_pages.owned.push_back(std::move(slice));
    m_pages.pages.back().push_back({&m_pages.owned.back(), m_y});
    m_y += m_pages.owned.back().height;
  }

  /// A slice taller than the room: as much as goes here, the rest on the next pages.
  void part(Slice slice) {
    while (slice.split && !fits(slice)) {
      const double before = atTop() ? headHeight(slice) : slice.spaceBefore;
      auto [upper, lower] = slice.split(m_height - m_y - before);
      if (lower.height >= slice.height - kTolerance) break;  // nothing more can be parted
      upper.spaceBefore = slice.spaceBefore;
      upper.repeated = lower.repeated = slice.repeated;
      upper.outlineLevel = slice.outlineLevel;
      upper.outlineText = slice.outlineText;
      lower.keepWithNext = slice.keepWithNext;
      put(std::move(upper));
      newPage();
      slice = std::move(lower);
    }
    put(std::move(slice));
  }

  double m_height;
  double m_y = 0;
  Pages m_pages;
};

/// The room slice `first` needs together with all it must not be parted from; just its follower when that is
/// more than a page.
double neededFrom(const Slices& slices, std::size_t first, double pageHeight) {
  double sum = slices[first].height;
  double withFollower = sum;
  for (std::size_t i = first; slices[i].keepWithNext && i + 1 < slices.size() && !slices[i + 1].startsPage;
       ++i) {
    sum += slices[i + 1].spaceBefore + slices[i + 1].height;
    if (i == first) withFollower = sum;
    if (sum > pageHeight) return withFollower <= pageHeight ? withFollower : slices[first].height;
  }
  return sum;
}

}  // namespace

Pages paginate(Slices slices, double height) {
  // Needs are reckoned from the end of each chain so that a long chain is walked once, not once a link.
  Paginator paginator(height);
  std::size_t chainEnd = 0;
  bool chainFits = false;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    double needed = slices[i].height;
    if (i >= chainEnd) {
      needed = neededFrom(slices, i, height);
      chainEnd = i + 1;
      while (chainEnd < slices.size() && slices[chainEnd - 1].keepWithNext) ++chainEnd;
      double whole = slices[i].height;
      for (std::size_t k = i + 1; k < chainEnd && whole <= height; ++k)
        whole += slices[k].spaceBefore + slices[k].height;
      chainFits = whole <= height;
    } else if (!chainFits) {
      needed = neededFrom(slices, i, height);
    }
    paginator.place(slices[i], needed);
  }
  return paginator.take();
}

}  // namespace octad::reports
