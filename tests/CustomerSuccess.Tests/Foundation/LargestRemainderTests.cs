namespace CustomerSuccess.Tests.Foundation;

public sealed class LargestRemainderTests
{
    [Fact]
    public void Thirds_add_up_to_the_whole_and_the_first_of_equal_remainders_gets_more() =>
        Assert.Equal([33.4m, 33.3m, 33.3m], LargestRemainder.Round([100m / 3, 100m / 3, 100m / 3], 100, 1));

    [Fact]
    public void The_largest_remainder_is_rounded_up() => Assert.Equal([1m, 2m, 2m], LargestRemainder.Round([1.2m, 2.3m, 1.5m], 5, 0));

    [Fact]
    public void Negative_parts_are_rounded_too() => Assert.Equal([42.9m, 15m, 0m, -17.9m], LargestRemainder.Round([42.857m, 15m, 0m, -17.857m], 40, 1));

    [Fact]
    public void A_part_that_is_nothing_stays_nothing_where_another_can_give_way() => Assert.Equal([0m, 10.2m], LargestRemainder.Round([0m, 10.1m], 10.2m, 1));

    [Fact]
    public void Where_all_parts_are_nothing_the_first_takes_what_the_total_says() => Assert.Equal([0.1m, 0m], LargestRemainder.Round([0m, 0m], 0.1m, 1));

    [Fact]
    public void No_parts_stay_none() => Assert.Empty(LargestRemainder.Round([], 0, 1));

    [Fact]
    public void A_total_below_the_parts_takes_from_the_smallest_remainders() => Assert.Equal([1.2m, 1.1m], LargestRemainder.Round([1.25m, 1.21m], 2.3m, 1));
}
