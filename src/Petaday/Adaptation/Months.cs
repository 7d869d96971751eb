namespace Petaday.Adaptation;

/// <summary>
/// Money by the month. Month m (1, 2, …) ends m months from now; what happens in it is discounted by d^m, d = (1 + rate)^(-1/12). A month in which a path
/// is in use for a part counts for that part.
/// </summary>
public static class Months
{
    /// <summary>Months of a year.</summary>
    public const double OfYear = 12;

    /// <summary>The factor of a month for a factor of a year.</summary>
    public static double Monthly(double yearly) => Math.Pow(yearly, 1 / OfYear);

    /// <summary>
    /// What a payment that is 1 in the first month, and <paramref name="ratio"/> times the last in each further one, is worth today when it is made from
    /// <paramref name="start"/> to <paramref name="horizon"/>: the sum over m of used(m) ratio^(m-1) discount^m.
    /// </summary>
    public static double Weight(double start, double horizon, double ratio, double discount)
    {
        double sum = 0;
        double payment = discount;
        for (int month = 1; month < horizon + 1; month++, payment *= ratio * discount)
        {
            sum += Used(month, start, horizon) * payment;
        }

        return sum;
    }

    /// <summary>
    /// The same of replicas that a load needs: whole ones, one at the least, in months in which the load grows by <paramref name="growth"/> and a replica's cost by
    /// <paramref name="ratio"/>.
    /// </summary>
    public static double ReplicaWeight(double load, double growth, double ratio, double start, double horizon, double discount)
    {
        double sum = 0;
        double payment = discount;
        double now = load;
        for (int month = 1; month < horizon + 1; month++, payment *= ratio * discount, now *= growth)
        {
            sum += Used(month, start, horizon) * Replicas(now) * payment;
        }

        return sum;
    }

    /// <summary>Whole replicas for a load in replicas.</summary>
    public static double Replicas(double load) => Math.Max(1, Math.Ceiling(load - 1e-9));

    /// <summary>Payments of 1 every <paramref name="every"/> months from <paramref name="start"/> on, before the horizon, worth today.</summary>
    public static double RefreshWeight(double start, double every, double horizon, double discount)
    {
        double sum = 0;
        for (double month = start + every; month < horizon; month += every)
        {
            sum += Math.Pow(discount, month);
        }

        return sum;
    }

    /// <summary>Months until what comes in has covered <paramref name="upFront"/>, not discounted; infinite where it does not before the horizon.</summary>
    /// <param name="upFront">Money up front.</param>
    /// <param name="net">What comes in, less what goes out, in the first month of use.</param>
    /// <param name="growth">Factor by which that grows a month.</param>
    /// <param name="start">Months until first use.</param>
    /// <param name="horizon">Months that are looked at.</param>
    public static double Payback(double upFront, double net, double growth, double start, double horizon)
    {
        double left = upFront;
        double now = net;
        for (int month = 1; month < horizon + 1; month++, now *= growth)
        {
            double used = Used(month, start, horizon);
            if (used > 0 && now * used >= left)
            {
                return Math.Max(start, Math.Min(month, horizon) - used) + (left / now);
            }

            left -= now * used;
        }

        return double.PositiveInfinity;
    }

    /// <summary>The share of month <paramref name="month"/> that lies between start and horizon.</summary>
    private static double Used(int month, double start, double horizon) =>
        Math.Max(0, Math.Min(month, horizon) - Math.Max(month - 1, start));
}
