/// A level of energy as it is shown: “+2”, “ 0”, “−1”.
enum EnergySign {
  static func of(_ level: Int) -> String {
    level > 0 ? "+\(level)" : level < 0 ? "−\(-level)" : " 0"
  }
}
